import Glibc
import POSIX

/// A thread of the operating system, for work that blocks. It ends when its closure returns; nobody joins it.
enum Thread {
    static func start(_ body: @escaping @Sendable () -> Void) {
        let start = Unmanaged.passRetained(Start(body: body))
        var identifier = pthread_t()
        let code = pthread_create(
            &identifier,
            nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().body()
                return nil
            },
            start.toOpaque()
        )
        precondition(code == 0, "The system refuses another thread: \(SystemError.text(code))")
        pthread_detach(identifier)
    }

    private final class Start: Sendable {
        let body: @Sendable () -> Void

        init(body: @escaping @Sendable () -> Void) { self.body = body }
    }
}
