import NIOCore

/// Runs the task of a connection on the thread that reads and writes its socket.
///
/// A request is then answered without a hop to another thread and back, which would cost more than answering it: see
/// `docs/decisions/0007-requests-run-on-the-event-loop.md`. Code that computes for longer than a moment leaves the thread to others by
/// ``offEventLoop(_:)``.
final class EventLoopExecutor: TaskExecutor {
    private let eventLoop: any EventLoop

    init(_ eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        eventLoop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

/// Runs work that takes longer than a millisecond or so on the threads that are there for it, so that no connection waits for another
/// one's work.
public func offEventLoop<Result: Sendable>(_ work: @Sendable () throws -> Result) async rethrows -> Result {
    try await withTaskExecutorPreference(globalConcurrentExecutor) { try work() }
}
