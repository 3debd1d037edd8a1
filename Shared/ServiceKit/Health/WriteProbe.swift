import Database
import Synchronization

/// Finds out whether a write reaches the disk, at most once a second: those who ask meanwhile get the same answer, so that asking often
/// costs no write each.
final class WriteProbe: Sendable {
    private struct Latest {
        let start: ContinuousClock.Instant
        let probe: Task<Void, any Error>
    }

    private let database: DatabaseFile
    private let latest = Mutex<Latest?>(nil)

    init(_ database: DatabaseFile) { self.database = database }

    /// Throws what the write threw. Can be cancelled, even while the disk hangs.
    func check() async throws {
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
            let probe = Task { [database] in try await database.probeWrite() }
            latest = Latest(start: now, probe: probe)
            return probe
        }
    }
}
