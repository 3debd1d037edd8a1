import FoundationEssentials

/// A UUID in its canonical form (RFC 9562 §4, lower case): the token in a ping URL, as healthchecks' clients expect it, or the id of a run.
struct CanonicalUUID: Sendable, Hashable {
    let text: String

    /// Reads 36 characters in either case; `nil` for anything else.
    init?(_ text: String) {
        guard let uuid = UUID(uuidString: text) else { return nil }
        self.init(uuid)
    }

    /// 122 random bits from the system's secure source.
    static func random() -> CanonicalUUID { CanonicalUUID(UUID()) }

    private init(_ uuid: UUID) { text = uuid.uuidString.lowercased() }
}
