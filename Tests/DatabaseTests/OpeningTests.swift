import Glibc
import TestKit
import Testing

@testable import Database

@Suite struct OpeningTests {
    private let schema = Schema([TestFile.notes])

    private func message(opening path: String) -> String {
        do {
            _ = try DatabaseFile(path: path, schema: schema)
            return "opened"
        } catch {
            return "\(error)"
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let descriptor = try #require(creat(path, 0o644) as Int32?)
        #expect(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
        Glibc.close(descriptor)
    }

    @Test func `folders on the way are created`() throws {
        let folder = try TemporaryFolder()
        #expect(message(opening: folder.file("a/b/c/app.db")) == "opened")
    }

    @Test func `a folder in place of the file is named, with what to do`() throws {
        let folder = try TemporaryFolder()
        #expect(message(opening: folder.path).contains("this is a folder. Set DATABASE_PATH to a file in it"))
    }

    @Test(arguments: ["", "a\u{0}b"])
    func `what is no path is refused`(path: String) {
        #expect(message(opening: path).contains("this is not a path"))
    }

    @Test func `a file that is no database is left as it is`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        let bytes = Array(String(repeating: "This is a letter to my bank. ", count: 100).utf8)
        try write(bytes, to: path)
        #expect(message(opening: path).contains("this is not an SQLite database"))
        var found = [UInt8](repeating: 0, count: bytes.count + 1)
        let descriptor = open(path, O_RDONLY)
        #expect(read(descriptor, &found, found.count) == bytes.count)
        #expect(Array(found.dropLast()) == bytes)
    }

    @Test func `a damaged file is told from a foreign one`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        try DatabaseFile(path: path, schema: schema).close()
        let descriptor = open(path, O_WRONLY)
        // The header stays, the schema's page behind it does not.
        let garbage = [UInt8](repeating: 0xA5, count: 3_000)
        #expect(pwrite(descriptor, garbage, garbage.count, 100) == garbage.count)
        Glibc.close(descriptor)
        #expect(message(opening: path).contains("the file is damaged"))
    }

    @Test func `a second opener is told who has the file`() throws {
        let file = try TestFile()
        #expect(throws: DatabaseError.inUse(path: file.database.path, process: getpid())) {
            try DatabaseFile(path: file.database.path, schema: schema)
        }
        file.database.close()
        #expect(message(opening: file.database.path) == "opened")
    }
}
