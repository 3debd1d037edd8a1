#if canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The system's limit of open files, of which every connection is one.
enum OpenFiles {
    /// What a service needs beside its connections: the database, the log, what is sent.
    private static let reserve = 128

    /// How many of the wanted connections the system allows. The process' own limit is raised as far as need be and may be.
    static func connections(wanted: Int) -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return wanted }
        let needed = rlim_t(wanted + reserve)
        if limit.rlim_cur < needed {
            limit.rlim_cur = min(limit.rlim_max, needed)
            setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
            getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        }
        let allowed = limit.rlim_cur > rlim_t(Int32.max) ? Int(Int32.max) : Int(limit.rlim_cur)
        return max(1, min(wanted, allowed - reserve))
    }
}
