import Dispatch
import ServiceLifecycle
import Synchronization

/// Runs work that blocks for long on threads that may block.
enum Blocking {
    /// Runs the work and returns what it returns. It learns that its task is cancelled, or that the service stops, by asking.
    static func run<Result: Sendable>(_ work: @escaping @Sendable (_ isCancelled: () -> Bool) throws -> Result) async throws -> Result {
        let flag = Flag()
        return try await withTaskCancellationOrGracefulShutdownHandler {
            try await withCheckedThrowingContinuation { continuation in
                DispatchQueue.global(qos: .utility).async {
                    continuation.resume(with: Swift.Result { try work { flag.isSet } })
                }
            }
        } onCancelOrGracefulShutdown: {
            flag.set()
        }
    }

    /// As ``run(_:)``, but when its task is cancelled or the service stops, does not wait for the work, which ends with the process if it
    /// does not end before: for what is harmless to break off anywhere, and cannot ask.
    static func runUnlessStopped<Result: Sendable>(
        _ work: @escaping @Sendable (_ isCancelled: () -> Bool) throws -> Result
    ) async throws -> Result {
        let flag = Flag()
        let answer = Answer<Result>()
        return try await withTaskCancellationOrGracefulShutdownHandler {
            try await withCheckedThrowingContinuation { continuation in
                answer.expect(continuation)
                DispatchQueue.global(qos: .utility).async {
                    answer.give(Swift.Result { try work { flag.isSet } })
                }
            }
        } onCancelOrGracefulShutdown: {
            flag.set()
            answer.give(.failure(CancellationError()))
        }
    }

    private final class Flag: Sendable {
        private let value = Atomic(false)

        var isSet: Bool { value.load(ordering: .relaxed) }

        func set() { value.store(true, ordering: .relaxed) }
    }

    /// Gives the first of several answers, whichever comes before the question or after it.
    private final class Answer<Value: Sendable>: Sendable {
        private enum State {
            case idle
            case asked(CheckedContinuation<Value, any Error>)
            case answered(Result<Value, any Error>)
            case done
        }

        private let state = Mutex(State.idle)

        func expect(_ continuation: CheckedContinuation<Value, any Error>) {
            let early: Result<Value, any Error>? = state.withLock { state in
                if case .answered(let result) = state {
                    state = .done
                    return result
                }
                state = .asked(continuation)
                return nil
            }
            if let early { continuation.resume(with: early) }
        }

        func give(_ result: Result<Value, any Error>) {
            let continuation: CheckedContinuation<Value, any Error>? = state.withLock { state in
                switch state {
                case .asked(let continuation):
                    state = .done
                    return continuation
                case .idle:
                    state = .answered(result)
                    return nil
                case .answered, .done: return nil
                }
            }
            continuation?.resume(with: result)
        }
    }
}
