import Glibc
import POSIX
import TestKit
import Testing

@Suite struct FileLockTests {
    @Test func `a lock is let go of even while a copy of the descriptor is open`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("".utf8, to: "lock")
        func opened() throws -> Int32 {
            let descriptor = open(path, O_RDWR)
            try #require(descriptor >= 0)
            return descriptor
        }
        let (first, second) = (try opened(), try opened())
        defer { close(second) }
        #expect(FileLock.take(first))
        #expect(!FileLock.take(second))
        // As a program has it that is being started.
        let copy = dup(first)
        defer { close(copy) }
        FileLock.release(first)
        #expect(FileLock.take(second))
    }
}
