import Glibc
import POSIX
import TestKit
import Testing

@Suite struct FolderListingTests {
    @Test func `a folder has the names of its files and folders, and no others`() throws {
        let folder = try TemporaryFolder()
        #expect(try FolderListing.names(in: folder.path).isEmpty)
        for name in ["a", ".hidden", "two\nlines", "ü"] { try folder.write("".utf8, to: name) }
        try #require(mkdir(folder.file("folder"), 0o700) == 0)
        #expect(try Set(FolderListing.names(in: folder.path)) == ["a", ".hidden", "two\nlines", "ü", "folder"])
    }

    @Test func `what is no folder is told apart by its error`() throws {
        let folder = try TemporaryFolder()
        try folder.write("".utf8, to: "file")
        #expect(throws: SystemError(ENOENT)) { try FolderListing.names(in: folder.file("missing")) }
        #expect(throws: SystemError(ENOTDIR)) { try FolderListing.names(in: folder.file("file")) }
        #expect("\(SystemError(ENOENT))" == "No such file or directory")
    }
}
