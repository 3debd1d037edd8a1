import Glibc

/// A folder for what a command needs for a while, on the disk of the data: it may be large. One process at a time; what a killed one left
/// there is removed by the next.
final class ScratchFolder {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let path: String
    private let descriptor: Int32

    init(_ path: String) throws {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw Failure(description: "\(path) cannot be made: \(systemMessage(errno))")
        }
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(description: "\(path) cannot be opened: \(systemMessage(errno))") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw Failure(description: "another export is running here (it uses \(path)). Wait until it is done.")
        }
        self.path = path
        self.descriptor = descriptor
        empty()
    }

    /// The path of a file in it.
    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Removes it with all that is in it.
    func remove() {
        empty()
        rmdir(path)
    }

    private func empty() {
        guard let listing = opendir(path) else { return }
        defer { closedir(listing) }
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { unlink(file(name)) }
        }
    }

    deinit { close(descriptor) }
}
