/// What a key may do.
///
/// The scopes contain each other: whoever may write may read what was written, and whoever administers may do both.
public struct Scopes: OptionSet, Sendable, Hashable {
    /// One bit for each scope.
    public let rawValue: UInt8

    /// The scopes of these bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Look at everything but keys.
    public static let read = Scopes(rawValue: 1 << 0)
    /// Make, change and delete what the product is about.
    public static let write = Scopes(rawValue: 1 << 1)
    /// Manage keys, export the account and erase it.
    public static let admin = Scopes(rawValue: 1 << 2)

    /// Every scope.
    public static let all: Scopes = [.read, .write, .admin]

    /// Whether a key with these scopes may do what asks for that one.
    public func allow(_ scope: Scopes) -> Bool { rawValue >= scope.rawValue }
}

extension Scopes {
    private static let names: [(name: String, scope: Scopes)] = [("read", .read), ("write", .write), ("admin", .admin)]

    /// The scopes of these names; `nil` if one of them is none.
    public init?(names: some Sequence<some StringProtocol>) {
        var scopes: Scopes = []
        for name in names {
            guard let scope = Self.names.first(where: { $0.name.utf8.elementsEqual(name.utf8) })?.scope else { return nil }
            scopes.insert(scope)
        }
        self = scopes
    }

    /// The names, from the least scope to the greatest: `["read", "write"]`.
    public var names: [String] { Self.names.filter { contains($0.scope) }.map(\.name) }
}
