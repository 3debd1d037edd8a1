import Glibc
import TestKit
import Testing

@testable import Database

/// One file belongs to one process, by whatever name it is opened.
@Suite struct SymbolicLinkTests {
    private let schema = Schema([TestFile.notes])
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        let folder = try TemporaryFolder()
        try #require(mkdir(folder.file("real"), 0o755) == 0)
        self.folder = folder
        path = folder.file("real/app.db")
    }

    private func makeLink(_ name: String, to target: String) throws -> String {
        try #require(symlink(target, folder.file(name)) == 0)
        return folder.file(name)
    }

    private func expectInUse(_ path: String) {
        #expect(
            performing: { try DatabaseFile(path: path, schema: schema) },
            throws: { error in
                guard case .inUse(_, let process)? = error as? DatabaseError else { return false }
                return process == getpid()
            }
        )
    }

    @Test func `a file that is open cannot be opened through a link to it`() throws {
        let file = try DatabaseFile(path: path, schema: schema)
        let link = try makeLink("link.db", to: "real/app.db")
        expectInUse(link)
        #expect(access(link + ".lock", F_OK) != 0, "there is a lock under another name")
        expectInUse(try makeLink("absolute.db", to: path))
        expectInUse(try makeLink("second.db", to: "link.db"))
        file.close()
        let again = try DatabaseFile(path: folder.file("second.db"), schema: schema)
        #expect(again.path == file.path)
        expectInUse(path)
        again.close()
    }

    @Test func `nor through a link to its folder`() throws {
        let file = try DatabaseFile(path: path, schema: schema)
        let other = try makeLink("folder", to: "real") + "/app.db"
        #expect(throws: DatabaseError.inUse(path: file.path, process: getpid())) { try DatabaseFile(path: other, schema: schema) }
        #expect(throws: DatabaseError.inUse(path: file.path, process: getpid())) { try Inspection(path: other, schema: schema) }
        file.close()
    }

    @Test func `a link to a file that does not exist yet leads to where it will be`() throws {
        let file = try DatabaseFile(path: try makeLink("link.db", to: "real/app.db"), schema: schema)
        #expect(access(path, F_OK) == 0)
        #expect(throws: DatabaseError.inUse(path: file.path, process: getpid())) { try DatabaseFile(path: path, schema: schema) }
        file.close()
    }

    @Test func `a link into a folder that does not exist is named, and nothing is made`() throws {
        let target = folder.file("unmounted/app.db")
        let path = try makeLink("link.db", to: target)
        #expect(
            performing: { try DatabaseFile(path: path, schema: schema) },
            throws: { "\($0)".contains("it is a link to \(target), whose folder does not exist") }
        )
        #expect(access(folder.file("unmounted"), F_OK) != 0)
    }

    @Test func `links in a circle are named`() throws {
        let path = try makeLink("one.db", to: "two.db")
        _ = try makeLink("two.db", to: "one.db")
        #expect(
            performing: { try DatabaseFile(path: path, schema: schema) },
            throws: { "\($0)".contains("Too many levels of symbolic links") }
        )
    }
}
