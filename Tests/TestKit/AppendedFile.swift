import Dispatch
import FoundationEssentials
import Glibc

/// A file that is open for appending.
final class AppendedFile: Sendable {
    let descriptor: Int32
    private let path: String

    init(_ path: String) throws {
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemFailure("open \(path)") }
        self.path = path
    }

    func contents() throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    deinit {
        let descriptor = descriptor
        // A service that was cut off may have a last line to write. It must not end up in another test's file that got the same number.
        DispatchQueue.global().asyncAfter(deadline: .now() + 10) { close(descriptor) }
    }
}
