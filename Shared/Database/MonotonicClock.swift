import Glibc

/// Time that only ever goes up, for waiting and measuring.
enum MonotonicClock {
    static var milliseconds: Int64 { nanoseconds / 1_000_000 }

    static var nanoseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
