/// Room on the disk of a file, below which a service says that it is not ready: a write in progress must still fit.
enum DiskRoom {
    /// In bytes.
    static let least: Int64 = 64 * 1_024 * 1_024

    /// Throws when there is less than ``least``.
    static func check(for path: String) throws {
        guard let room = FileSystem.room(for: path) else { throw Shortage(bytes: 0, path: path) }
        guard room >= least else { throw Shortage(bytes: room, path: path) }
    }

    struct Shortage: Error, CustomStringConvertible {
        let bytes: Int64
        let path: String

        var description: String {
            "\(ByteCount.text(bytes)) free on the disk of \(path), at least \(ByteCount.text(DiskRoom.least)) are needed"
        }
    }
}

/// Numbers of bytes for people.
enum ByteCount {
    /// In binary units with one decimal, such as `4.1 MiB`; below 1 KiB in bytes.
    static func text(_ bytes: Int64) -> String {
        guard bytes >= 1_024 else { return "\(bytes) B" }
        var tenths = bytes * 10 / 1_024
        var units = ["KiB", "MiB", "GiB", "TiB"][...]
        while tenths >= 10_240, units.count > 1 {
            tenths /= 1_024
            units.removeFirst()
        }
        return "\(tenths / 10).\(tenths % 10) \(units.first ?? "")"
    }
}
