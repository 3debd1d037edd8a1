import POSIX
import Testing

@Suite struct FilePathTests {
    @Test(arguments: [("/a/b/c.db", "/a/b"), ("/c.db", "/"), ("c.db", "."), ("./c.db", "."), ("a/c.db", "a"), ("/a/", "/a")])
    func `a file is in the folder before its last slash`(path: String, folder: String) {
        #expect(FilePath.folder(of: path) == folder)
    }
}
