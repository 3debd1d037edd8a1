import Database
import Timekeeping
import Logging
import ServiceLifecycle

/// Erases what is past its time, once a minute. Nobody sees it any more before that: every read leaves it out.
struct RetentionService: Service {
    private static let interval = Duration.seconds(60)

    let store: VaultStore
    let logger: Logger
    let now: @Sendable () -> Timestamp

    /// Goes on until the service stops.
    func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await store.eraseExpired(at: now())
                } catch is CancellationError {
                    // The service stops; the next start goes on.
                } catch {
                    // What a full disk or a full queue prevents now is done in a minute.
                    logger.error("expired captures were not erased", metadata: ["error": "\(error)"])
                }
                try await Task.sleep(for: Self.interval)
            }
        }
    }
}
