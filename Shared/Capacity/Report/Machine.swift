import Database
import Glibc

/// What the machine has for a file.
public struct Machine: Sendable, Equatable {
    /// Memory of the machine, or what the container or the unit of systemd may use of it if that is less; `nil` if unknown.
    public let memoryBytes: Int64?
    /// Room on the disk of the file; `nil` if unknown.
    public let roomBytes: Int64?
    /// Processors that this process may use.
    public let processors: Int

    /// A machine as described.
    public init(memoryBytes: Int64?, roomBytes: Int64?, processors: Int) {
        self.memoryBytes = memoryBytes
        self.roomBytes = roomBytes
        self.processors = processors
    }

    /// This machine.
    init(ofFileAt path: String) {
        let limits = Self.memoryLimits(ofGroups: Self.lines(of: "/proc/self/cgroup")) { Self.lines(of: $0).first.flatMap { Int64($0) } }
        // No limit is the word "max", or in version 1 a number larger than any memory.
        memoryBytes = Self.lines(of: "/proc/meminfo").compactMap { Self.memory(inMemInfo: $0) }.first.map { min($0, limits.min() ?? $0) }
        roomBytes = Disk.room(for: path)
        processors = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }

    /// The bytes that a line of /proc/meminfo names as all there is: `MemTotal:        4028132 kB`.
    static func memory(inMemInfo line: String) -> Int64? {
        let words = line.split(separator: " ")
        guard words.count == 3, words[0] == "MemTotal:", words[2] == "kB", let kilobytes = Int64(words[1]) else { return nil }
        return kilobytes.multipliedReportingOverflow(by: 1_024).overflow ? nil : kilobytes * 1_024
    }

    /// The limits that hold for a process: those of its control group and of all groups around that.
    ///
    /// Source: https://docs.kernel.org/admin-guide/cgroup-v2.html, memory.max, and cgroup-v1/memory.html, limit_in_bytes.
    ///
    /// - Parameters:
    ///   - lines: of /proc/self/cgroup: `0::/system.slice/cron.service`, or of version 1 `9:memory:/system.slice/cron.service`.
    ///   - limit: reads the file of a limit; `nil` if there is none. In a container, often only the one at the root is there.
    static func memoryLimits(ofGroups lines: [String], _ limit: (String) -> Int64?) -> [Int64] {
        lines.flatMap { line -> [Int64] in
            let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { return [] }
            let root: String
            let file: String
            switch parts[1] {
            case "": (root, file) = ("/sys/fs/cgroup", "memory.max")
            case "memory": (root, file) = ("/sys/fs/cgroup/memory", "memory.limit_in_bytes")
            default: return []
            }
            let folders = parts[2].split(separator: "/")
            return (0...folders.count).compactMap { count in
                limit(root + folders.prefix(count).map { "/\($0)" }.joined() + "/\(file)")
            }
        }
    }

    /// None if there is no such file.
    private static func lines(of path: String) -> [String] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var lines: [String] = []
        var buffer = [CChar](repeating: 0, count: 4_096)
        while fgets(&buffer, Int32(buffer.count), file) != nil {
            let bytes = buffer.prefix { $0 != 0 && $0 != 0x0A }.map { UInt8(bitPattern: $0) }
            lines.append(String(decoding: bytes, as: UTF8.self))
        }
        return lines
    }
}
