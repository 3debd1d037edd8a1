import Glibc

/// The memory of a process.
public enum ProcessMemory {
    /// The bytes of memory that a process has in use (its resident set); `nil` if there is no such process.
    ///
    /// - Parameter process: its id. Default: this process.
    public static func residentBytes(of process: Int32? = nil) -> Int? {
        guard let file = fopen("/proc/\(process.map { String($0) } ?? "self")/statm", "r") else { return nil }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 128)
        guard fgets(&line, Int32(line.count), file) != nil else { return nil }
        // proc(5): size, resident, shared, … in pages.
        let numbers = line.map(UInt8.init(bitPattern:)).split(separator: UInt8(ascii: " "))
        guard numbers.count > 1, let pages = Int(String(decoding: numbers[1], as: UTF8.self)) else { return nil }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
}
