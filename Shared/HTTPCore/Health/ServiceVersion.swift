/// What is running.
public struct ServiceVersion: Sendable, Hashable {
    /// The product, such as `cronping`.
    public let name: String
    /// The product's version.
    public let version: String
    /// The commit that it was built from, or `unknown`.
    public let commit: String

    /// What is running.
    public init(name: String, version: String, commit: String = "unknown") {
        self.name = name
        self.version = version
        self.commit = commit
    }

    /// The answer of `GET /version`.
    var json: JSONValue {
        ["name": .string(name), "version": .string(version), "commit": .string(commit), "swift": .string(Self.swift)]
    }

    /// The compiler's language version.
    private static var swift: String {
        #if compiler(>=6.4)
        "6.4 or later"
        #elseif compiler(>=6.3)
        "6.3"
        #else
        "6.2"
        #endif
    }
}
