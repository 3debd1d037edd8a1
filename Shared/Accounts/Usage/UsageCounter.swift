import Synchronization
public import Timekeeping

/// Counts actions in memory, for those that are too many to write each of them.
///
/// ``Accounts/flushUsage()`` writes the counts to the file: every few seconds, and when the service stops. What was counted since is lost
/// when the process is killed (`kill -9`, a power cut).
///
/// Holds one number for each account, action and day since the last flush. That is bounded without a limit of its own: only accounts that
/// exist are counted, actions are names of the program's, and a second day begins only when a flush spans midnight or the file cannot be
/// written. Ten thousand accounts at work take about a megabyte.
public final class UsageCounter: Sendable {
    /// What one number is kept for.
    struct Key: Hashable {
        let accountID: Int64
        let action: String
        let day: CalendarDay
    }

    /// A number with what it is for.
    typealias Count = [Key: Int].Element

    private struct Flushes {
        /// The one that began last. It may be over.
        var begun: Task<Void, any Error>?
        /// The one after it, if anybody has asked for it. It has taken nothing yet.
        var next: Task<Void, any Error>?
    }

    /// So many are written in one transaction, so that other writes need not wait long.
    static let batch = 500

    private let counts = Mutex<[Key: Int]>([:])
    private let flushes = Mutex(Flushes())

    /// A counter at zero.
    public init() {}

    /// Counts an action.
    ///
    /// - Parameters:
    ///   - action: one of a few names of the program, never a text from outside.
    ///   - number: how often it happened. Default: once.
    public func count(_ action: String, for accountID: Int64, at now: Timestamp, by number: Int = 1) {
        let key = Key(accountID: accountID, action: action, day: CalendarDay(of: now))
        counts.withLock { $0[key, default: 0] += number }
    }

    /// Hands over what was counted, in batches. Those that were not written are counted again, and the error is thrown.
    ///
    /// When it returns, everything is written that was counted before it was called. One flush begins when the one before has ended; all
    /// who call meanwhile share it, and its failure, so that many who call write no more often than one.
    ///
    /// - Parameter write: writes a batch whole or not at all.
    func flush(_ write: @escaping @Sendable (_ batch: [Count]) async throws -> Void) async throws {
        try await nextFlush(write).value
    }

    /// A flush that has taken nothing yet, so that it takes all that is counted now.
    func nextFlush(_ write: @escaping @Sendable (_ batch: [Count]) async throws -> Void) -> Task<Void, any Error> {
        flushes.withLock { flushes -> Task<Void, any Error> in
            if let next = flushes.next { return next }
            let before = flushes.begun
            // A task of its own, so that a caller who is cancelled cancels nobody else's flush.
            let flush = Task<Void, any Error> {
                _ = await before?.result
                self.beginNext()
                try await self.flushNow(write)
            }
            flushes.next = flush
            return flush
        }
    }

    /// From now on, who calls asks for another one.
    private func beginNext() {
        flushes.withLock { flushes in
            flushes.begun = flushes.next
            flushes.next = nil
        }
    }

    private func flushNow(_ write: (_ batch: [Count]) async throws -> Void) async throws {
        let taken = counts.withLock { counts -> [Count] in
            defer { counts = [:] }
            return Array(counts)
        }
        var rest = taken[...]
        do {
            while !rest.isEmpty {
                try await write(Array(rest.prefix(Self.batch)))
                rest = rest.dropFirst(Self.batch)
            }
        } catch {
            let unwritten = rest
            counts.withLock { counts in
                for (key, number) in unwritten { counts[key, default: 0] += number }
            }
            throw error
        }
    }
}
