public import Database

/// What a request that creates comes to, once it is read and checked and what takes long is computed: what is still to be written.
public struct Creation: Sendable {
    let committed: @Sendable () async -> Void
    let effect: @Sendable (Connection) throws -> Answer

    /// - Parameters:
    ///   - committed: runs once after the effect is on the disk, and not at all when there is none: for caches and for whoever waits for
    ///     news. It must not block.
    ///   - effect: runs in the write transaction, under the rules of `DatabaseFile.write`. When it throws, nothing is written, nothing is
    ///     stored, and the request may be tried again under the same `Idempotency-Key`.
    public init(committed: @escaping @Sendable () async -> Void = {}, effect: @escaping @Sendable (Connection) throws -> Answer) {
        self.committed = committed
        self.effect = effect
    }
}
