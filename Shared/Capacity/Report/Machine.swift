import Database
import Glibc

/// What the machine has for a file.
public struct Machine: Sendable, Equatable {
    /// Memory of the machine, or what the container may use of it if that is less; `nil` if unknown.
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
        let memory = Self.line(of: "/proc/meminfo") { Self.memory(inMemInfo: $0) }
        // Source: https://docs.kernel.org/admin-guide/cgroup-v2.html, memory.max. The word "max" is no number, and no limit.
        let limit = Self.line(of: "/sys/fs/cgroup/memory.max") { Int64($0) }
        memoryBytes = [memory, limit].compactMap { $0 }.min()
        roomBytes = Disk.room(for: path)
        processors = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }

    /// The bytes that a line of /proc/meminfo names as all there is: `MemTotal:        4028132 kB`.
    static func memory(inMemInfo line: String) -> Int64? {
        let words = line.split(separator: " ")
        guard words.count == 3, words[0] == "MemTotal:", words[2] == "kB", let kilobytes = Int64(words[1]) else { return nil }
        return kilobytes.multipliedReportingOverflow(by: 1_024).overflow ? nil : kilobytes * 1_024
    }

    /// The first line of a file that says something.
    private static func line(of path: String, read: (String) -> Int64?) -> Int64? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 256)
        while fgets(&buffer, Int32(buffer.count), file) != nil {
            let bytes = buffer.prefix { $0 != 0 && $0 != 0x0A }.map { UInt8(bitPattern: $0) }
            if let value = read(String(decoding: bytes, as: UTF8.self)) { return value }
        }
        return nil
    }
}
