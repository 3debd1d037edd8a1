import HTTPCore
import Timekeeping

/// What a key is made for.
struct KeyTerms: Sendable {
    /// For people; may be empty.
    let name: String
    let scopes: Scopes
    /// `nil` for never.
    let expiresAt: Timestamp?

    /// Those of an account's first key, which may do everything and never ends.
    static let first = KeyTerms(name: "", scopes: .all, expiresAt: nil)
}

extension KeyTerms {
    /// Reads the wish of an account's owner.
    ///
    /// - Throws: `InvalidInput`
    init(_ reader: ObjectReader, at now: Timestamp) throws {
        name = reader.string("name", length: 0...100, default: "")
        reader.checkPlain(name, at: reader.path.member("name"))
        scopes = Self.scopes(reader)
        expiresAt = reader.timestamp("expires_at")
        if let expiresAt, expiresAt <= now { reader.fault("expires_at", .outOfRange, "must be in the future") }
        try reader.finish()
    }

    /// Those of the key that takes a key's place.
    init(of key: StoredKey) {
        self.init(name: key.name, scopes: key.scopes, expiresAt: key.expiresAt)
    }

    private static func scopes(_ reader: ObjectReader) -> Scopes {
        guard let elements = reader.array("scopes", count: 1...3) else { return [.read, .write] }
        var scopes: Scopes = []
        for element in elements {
            if let name = element.value.stringValue, let scope = Scopes(names: [name]) {
                scopes.insert(scope)
            } else {
                reader.fault(at: element.path, .notAllowed, "must be \"read\", \"write\" or \"admin\"")
            }
        }
        return scopes
    }
}
