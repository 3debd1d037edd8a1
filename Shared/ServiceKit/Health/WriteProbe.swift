import Database
import Synchronization

/// Finds out whether a write reaches the disk, at most once a second: those who ask meanwhile get the same answer, so that asking often
/// costs no write each.
///
/// While the file is purged, writes wait for seconds and nothing is wrong: then what was found out last holds on. Else a purge that takes
/// longer than whoever asks is ready to wait would have a healthy service restarted.
final class WriteProbe: Sendable {
    private struct Latest {
        let start: ContinuousClock.Instant
        let probe: Task<Void, any Error>
    }

    private let database: DatabaseFile
    private let latest = Mutex<Latest?>(nil)
    /// Why the last write that came to an end failed; `nil` if it did not, and before the first one.
    private let lastFailure = Mutex<(any Error)?>(nil)

    init(_ database: DatabaseFile) { self.database = database }

    /// Throws what the write threw. Can be cancelled, even while the disk hangs.
    func check() async throws {
        if database.statistics.isPurging {
            // Before the first write there is no failure: whoever asked for the purge has just written.
            if let failure = lastFailure.withLock({ $0 }) { throw failure }
            return
        }
        let probe = current()
        let (outcome, continuation) = AsyncThrowingStream<Void, any Error>.makeStream()
        Task {
            do {
                continuation.yield(try await probe.value)
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        for try await _ in outcome { return }
        throw CancellationError()
    }

    private func current() -> Task<Void, any Error> {
        let now = ContinuousClock.now
        return latest.withLock { latest in
            if let latest, now - latest.start < .seconds(1) { return latest.probe }
            let probe = Task { try await self.write() }
            latest = Latest(start: now, probe: probe)
            return probe
        }
    }

    private func write() async throws {
        do {
            try await database.probeWrite()
            lastFailure.withLock { $0 = nil }
        } catch {
            lastFailure.withLock { $0 = error }
            throw error
        }
    }
}
