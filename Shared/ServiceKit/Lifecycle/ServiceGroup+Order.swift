import Logging
import ServiceLifecycle

extension ServiceGroup {
    /// A group that stops when asked to, and when one of its services fails. Servers are stopped first, the last of them before the others:
    /// what runs in the background is still there for the last request.
    ///
    /// - Parameters:
    ///   - background: services that may end by themselves.
    ///   - servers: services that may not.
    init(background: [any Service], servers: [any Service], logger: Logger) {
        let background = background.map {
            ServiceGroupConfiguration.ServiceConfiguration(
                service: Background(service: Cancellable(service: $0)),
                successTerminationBehavior: .ignore,
                failureTerminationBehavior: .gracefullyShutdownGroup
            )
        }
        let servers = servers.map {
            ServiceGroupConfiguration.ServiceConfiguration(
                service: Cancellable(service: $0),
                successTerminationBehavior: .gracefullyShutdownGroup,
                failureTerminationBehavior: .gracefullyShutdownGroup
            )
        }
        var configuration = ServiceGroupConfiguration(services: background + servers, logger: logger)
        // A stop takes two seconds at most, of which the file gets the rest.
        configuration.maximumGracefulShutdownDuration = .milliseconds(1_800)
        self.init(configuration: configuration)
    }
}

/// A service that may end by itself. It stays until it is asked to go, because the group takes the end of one that it has not asked yet for
/// a failure while it stops, and then cancels the requests that the servers are still answering.
private struct Background: Service {
    let service: any Service

    func run() async throws {
        try await service.run()
        // Cancelled or asked to go: it has ended already.
        try? await gracefulShutdown()
    }
}

/// A service whose end by cancellation is no failure: that is how one that takes too long to stop is stopped.
private struct Cancellable: Service {
    let service: any Service

    func run() async throws {
        do {
            try await service.run()
        } catch is CancellationError {
            return
        }
    }
}
