/// How often a file may be purged. Pure: the times are nanoseconds of one monotonic clock, given in.
///
/// A purge of a large file takes seconds, and writes wait meanwhile. Somebody who signs up and erases in a loop must not stop the service:
/// purges take at most a twenty-first of the time, however many ask for them.
struct PurgeBudget: Sendable {
    /// For so many times as long as a purge took, none follows it.
    static let rest: Int64 = 20
    /// For so long none follows one that failed, however quickly it did: what was in the way (a disk without room, a long read) seldom goes
    /// away at once. A minute.
    static let restAfterFailure: Int64 = 60_000_000_000

    private var begunAt: Int64?
    private var restsUntil = Int64.min

    /// Takes the place of the next purge.
    ///
    /// - Returns: whether it may begin now. If so, ``end(at:failed:)`` has to follow.
    mutating func begin(at now: Int64) -> Bool {
        guard begunAt == nil, now >= restsUntil else { return false }
        begunAt = now
        return true
    }

    /// The purge is over.
    mutating func end(at now: Int64, failed: Bool) {
        guard let begunAt else { return }
        restsUntil = now + max((now - begunAt) * Self.rest, failed ? Self.restAfterFailure : 0)
        self.begunAt = nil
    }
}
