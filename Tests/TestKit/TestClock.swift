public import Timekeeping
import Synchronization

/// A wall clock that stands still until a test moves it.
public final class TestClock: Sendable {
    private let time: Mutex<Timestamp>

    /// - Parameter start: where it stands. Default: a Monday, 2026-04-20T09:00:00Z.
    public init(_ start: Timestamp = Timestamp(seconds: 1_776_675_600)) {
        time = Mutex(start)
    }

    /// Where it stands; setting it moves it, also back.
    public var now: Timestamp {
        get { time.withLock { $0 } }
        set { time.withLock { $0 = newValue } }
    }

    /// Moves it on.
    public func advance(seconds: Int64) {
        time.withLock { $0 = $0.adding(seconds: seconds) }
    }
}
