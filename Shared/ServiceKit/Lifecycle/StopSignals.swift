// Preconcurrency because sources are not marked Sendable, though they may be used from any thread.
@preconcurrency import Dispatch
import Glibc
import Synchronization

/// Turns SIGTERM and SIGINT into a call: the first one. A SIGINT after that ends the process at once, for a person who will not wait; nothing
/// acknowledged is lost by that.
///
/// Handled on a queue of its own, so that it works even when no task can run any more.
final class StopSignals: Sendable {
    private let sources: [any DispatchSourceSignal]

    init(_ stop: @escaping @Sendable () -> Void) {
        let isStopping = Mutex(false)
        let queue = DispatchQueue(label: "stop-signals")
        sources = [SIGTERM, SIGINT].map { number in
            // Else the system's own reaction, the end of the process, would come as well.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                let isSecond = isStopping.withLock { isStopping in
                    defer { isStopping = true }
                    return isStopping
                }
                if !isSecond { stop() } else if number == SIGINT { _exit(128 + SIGINT) }
            }
            source.resume()
            return source
        }
    }

    deinit { sources.forEach { $0.cancel() } }
}
