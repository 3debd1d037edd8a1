import HTTPCore
import ServiceLifecycle

/// A server that says, when it cannot listen, which setting to change.
struct ListeningServer: Service {
    let server: HTTPServer
    let kind: Listening.Server
    let listening: Listening
    let configuration: ServiceConfiguration

    func run() async throws {
        do {
            try await server.run()
        } catch  where !(error is CancellationError) && !listening.isListening(kind) {
            throw StartFailure(of: kind, configuration, error: error)
        }
    }
}
