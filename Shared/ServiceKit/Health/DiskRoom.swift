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
