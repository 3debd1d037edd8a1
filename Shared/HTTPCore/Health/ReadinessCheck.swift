/// Something that must be right before a service may be sent requests.
public struct ReadinessCheck: Sendable {
    /// What is checked, such as `database`.
    public let name: String
    /// Throws if it is not right. The error is logged, not shown. Cancelled after a few seconds.
    public let run: @Sendable () async throws -> Void

    /// A check.
    public init(_ name: String, run: @escaping @Sendable () async throws -> Void) {
        self.name = name
        self.run = run
    }
}
