import Timekeeping
import Glibc

/// State behind a mutex that a thread can sleep on until another one changes it.
///
/// `Synchronization.Mutex` has no condition variable, and the writer thread has to sleep without polling.
// Unchecked because of the raw pointers: the state is only touched with the mutex held.
final class ConditionLock<State>: @unchecked Sendable {
    private var state: State
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init(_ state: sending State) {
        self.state = state
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        // Monotonic, so that a change of the wall clock neither wakes nor delays anyone.
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    func withLock<T>(_ body: (inout State) throws -> T) rethrows -> T {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body(&state)
    }

    func wakeOne() { pthread_cond_signal(condition) }

    func wakeAll() { pthread_cond_broadcast(condition) }

    /// Asks `body` until it gives a result; where it gives a time to wait for instead (``Decision/sleep(until:)``), sleeps until then
    /// or until woken, and asks again.
    func wait<T>(_ body: (inout State) -> Decision<T>) -> T {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            switch body(&state) {
            case .done(let result):
                return result
            case .sleep(until: nil):
                pthread_cond_wait(condition, mutex)
            case .sleep(until: .some(let milliseconds)):
                var deadline = timespec(tv_sec: Int(milliseconds / 1_000), tv_nsec: Int(milliseconds % 1_000) * 1_000_000)
                pthread_cond_timedwait(condition, mutex, &deadline)
            }
        }
    }

    enum Decision<T> {
        case done(T)
        /// Until a moment of ``MonotonicClock``, or without end.
        case sleep(until: Int64?)
    }
}
