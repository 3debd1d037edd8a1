import Hummingbird
import ServiceKit

/// Hummingbird as its users get it, with nothing of ours: what the plain route of the suite is compared with.
enum BareServer {
    /// Answers `GET /plain` at `HOST` and `PORT` until the process is asked to stop.
    static func run() async throws {
        let environment = ProcessEnvironment.variables
        let router = Router()
        router.get("/plain") { _, _ in "OK" }
        let application = Application(
            router: router,
            configuration: .init(
                address: .hostname(environment["HOST"] ?? "127.0.0.1", port: environment["PORT"].flatMap { Int($0) } ?? 8000)
            )
        )
        try await application.runService()
    }
}
