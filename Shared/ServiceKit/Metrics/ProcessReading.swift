import Glibc
import HTTPCore
import POSIX

/// What the process takes of the machine, at one moment.
struct ProcessReading: Sendable {
    let residentBytes: Int?
    /// Processor time of all its threads, in seconds.
    let processorSeconds: Double
    let threads: Int?
    let openFiles: Int?
    /// As many files as it may have open.
    let mostOpenFiles: Int

    /// Now.
    init() {
        residentBytes = ProcessMemory.residentBytes()
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        processorSeconds = Double(time.tv_sec) + Double(nanoseconds: Int64(time.tv_nsec))
        threads = Self.entries(of: "/proc/self/task")
        // One of them is the folder that is being read.
        openFiles = Self.entries(of: "/proc/self/fd").map { $0 - 1 }
        mostOpenFiles = Int(sysconf(Int32(_SC_OPEN_MAX)))
    }

    /// How many entries a folder has; `nil` if it cannot be read, which is so when the process has no descriptor left.
    private static func entries(of folder: String) -> Int? {
        (try? FolderListing.names(in: folder))?.count
    }
}

extension MetricsGroup<ProcessReading> {
    /// What the process takes of the machine, under the names that Prometheus' own libraries use.
    static func process(in registry: MetricsRegistry) -> MetricsGroup {
        let group = MetricsGroup(registry) { ProcessReading() }
        group.gauge("process_resident_memory_bytes", "Memory in use.") { $0.residentBytes.map { Double($0) } }
        group.counter("process_cpu_seconds_total", "Processor time of all threads.") { $0.processorSeconds }
        group.gauge("process_threads", "Threads.") { $0.threads.map { Double($0) } }
        group.gauge("process_open_fds", "Open files and connections.") { $0.openFiles.map { Double($0) } }
        group.gauge("process_max_fds", "Open files and connections that the system allows.") { $0.mostOpenFiles }
        return group
    }
}
