import Synchronization
import Timekeeping

/// Which accounts are being erased now, and when the file may be purged of what they leave.
///
/// What is still to be done is not kept here but in the file, so that it outlives the process: see
/// ``Accounts/finishErasures(_:forget:purging:)``.
final class ErasureSchedule: Sendable {
    private struct State {
        var accounts: Set<Int64> = []
        var budget = PurgeBudget()
    }

    private let state = Mutex(State())

    init() {}

    /// Takes an account, so that not two erase it at the same time.
    ///
    /// - Returns: whether it was free. If so, ``release(_:)`` has to follow.
    func claim(_ accountID: Int64) -> Bool { state.withLock { $0.accounts.insert(accountID).inserted } }

    /// Gives an account free.
    func release(_ accountID: Int64) { state.withLock { _ = $0.accounts.remove(accountID) } }

    /// Takes the place of the next purge.
    ///
    /// - Returns: whether it may begin now. If so, ``endPurge(at:failed:)`` has to follow.
    func beginPurge(at now: Int64 = MonotonicClock.nanoseconds) -> Bool { state.withLock { $0.budget.begin(at: now) } }

    /// The purge is over.
    func endPurge(at now: Int64 = MonotonicClock.nanoseconds, failed: Bool) { state.withLock { $0.budget.end(at: now, failed: failed) } }
}
