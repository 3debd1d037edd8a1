import Logging
import ServiceLifecycle
import Synchronization
import Testing

@testable import ServiceKit

struct ServiceGroupTests {
    /// Ends by itself, in the middle of a stop.
    private struct Worker: Service {
        let end: AsyncStream<Void>

        func run() async throws {
            for await _ in end {}
        }
    }

    /// Has the worker end when it is asked to stop itself, and takes its time then, as with the last requests.
    private final class Server: Service {
        let endWorker: AsyncStream<Void>.Continuation
        private let cancellation = Mutex(false)

        init(endWorker: AsyncStream<Void>.Continuation) { self.endWorker = endWorker }

        func run() async throws {
            try await gracefulShutdown()
            endWorker.finish()
            for _ in 0..<10_000 where !Task.isCancelled { await Task.yield() }
            let isCancelled = Task.isCancelled
            cancellation.withLock { $0 = isCancelled }
        }

        var wasCancelled: Bool { cancellation.withLock { $0 } }
    }

    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    @Test("a background service that ends by itself while the group stops does not cut off the servers")
    func backgroundEnds() async throws {
        let (end, continuation) = AsyncStream<Void>.makeStream()
        let server = Server(endWorker: continuation)
        let group = ServiceGroup(background: [Worker(end: end)], servers: [server], logger: logger)
        await group.triggerGracefulShutdown()
        try await group.run()
        #expect(!server.wasCancelled)
    }

    @Test("a background service that ends by itself at once is no reason to stop")
    func backgroundEndsAtOnce() async throws {
        let (end, continuation) = AsyncStream<Void>.makeStream()
        continuation.finish()
        let server = Server(endWorker: continuation)
        let group = ServiceGroup(background: [Worker(end: end)], servers: [server], logger: logger)
        let run = Task { try await group.run() }
        for _ in 0..<1_000 { await Task.yield() }
        await group.triggerGracefulShutdown()
        try await run.value
        #expect(!server.wasCancelled)
    }
}
