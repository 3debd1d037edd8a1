import Glibc

/// Time that only ever goes up, counted from some moment before the process began: for waiting and measuring.
public enum MonotonicClock {
    /// Milliseconds, rounded down.
    public static var milliseconds: Int64 { nanoseconds / 1_000_000 }

    /// Nanoseconds.
    public static var nanoseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
