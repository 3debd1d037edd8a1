import Database
import Glibc
import HTTPCore
import TestKit
import Testing

@testable import ServiceKit

struct DoctorTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("app.db")
    }

    private func report() -> DoctorReport { DoctorReport(of: Notebook.self, path: path) }

    private func finding(_ topic: String) -> Finding? { report().findings.first { $0.topic == topic } }

    @Test("a sound file is sound, and the report says what was looked at")
    func sound() throws {
        try DatabaseFile(path: path, schema: Notebook.fileSchema).close()
        let report = report()
        #expect(report.outcome == .sound)
        #expect(report.findings.map(\.topic) == ["sqlite", "disk", "size", "settings", "quick_check", "foreign_keys", "schema", "pages"])
        #expect(report.findings.allSatisfy { $0.verdict == .sound })
        #expect(finding("settings")?.text.hasPrefix("journal_mode=wal auto_vacuum=2 page_size=4096") == true)
        #expect(report.text.hasSuffix("The file is sound."))
    }

    @Test("an affected SQLite is explained, an unaffected one only named")
    func library() {
        #expect(Finding.library.text.hasPrefix("SQLite \(SQLiteLibrary.version)"))
        #expect(Finding.library.text.contains("WAL-reset bug") == SQLiteLibrary.hasWALResetBug)
    }

    @Test("while the service runs, its process is named and the file is left alone")
    func inUse() throws {
        let file = try DatabaseFile(path: path, schema: Notebook.fileSchema)
        let report = report()
        #expect(report.outcome == .inUse)
        #expect(report.findings.map(\.topic) == ["sqlite", "disk", "size", "file"])
        #expect(finding("file")?.text.hasPrefix("in use by the process with id ") == true)
        file.close()
        #expect(self.report().outcome == .sound)
    }

    @Test("a missing file, a folder and a file of something else are problems, and nothing is made of them")
    func notADatabase() throws {
        #expect(report().outcome == .problem)
        #expect(finding("file")?.text.contains("no such file") == true)
        #expect(DoctorReport(of: Notebook.self, path: folder.path).outcome == .problem)
        try folder.write(Array(repeating: 0x41, count: 8_192), to: "app.db")
        #expect(report().outcome == .problem)
        #expect(try folder.read("app.db") == Array(repeating: 0x41, count: 8_192))
    }

    @Test("a damaged page is found, and all else is reported with it", arguments: [4_096..<8_192, 4_096..<12_288])
    func damage(pages: Range<Int>) throws {
        try DatabaseFile(path: path, schema: Notebook.fileSchema).close()
        var bytes = try folder.read("app.db")
        // The second page holds the pointer map, the third a table; both are checked.
        for index in pages { bytes[index] = 0xA5 }
        try folder.write(bytes, to: "app.db")
        let report = report()
        #expect(report.outcome == .problem)
        #expect(finding("quick_check")?.verdict == .problem)
        #expect(report.findings.map(\.topic) == ["sqlite", "disk", "size", "settings", "quick_check", "foreign_keys", "schema", "pages"])
    }

    @Test("settings that another program left in the file are shown as they are, and stay so")
    func foreignSettings() throws {
        try DatabaseFile(path: path, schema: Notebook.fileSchema).close()
        try runElsewhere("PRAGMA journal_mode = DELETE; PRAGMA auto_vacuum = NONE; VACUUM", on: path)
        let before = try folder.read("app.db")
        let report = report()
        #expect(report.outcome == .sound)
        #expect(finding("settings")?.verdict == .notice)
        let text = try #require(finding("settings")?.text)
        #expect(text.hasPrefix("found journal_mode=delete auto_vacuum=0 "))
        #expect(text.contains("the next start makes the journal_mode wal; without auto_vacuum=2, "))
        #expect(try folder.read("app.db") == before)
    }

    @Test("through a symbolic link, the file and its log are seen")
    func symbolicLink() throws {
        let file = try DatabaseFile(path: path, schema: Notebook.fileSchema)
        let link = folder.file("link.db")
        try #require(symlink(path, link) == 0)
        let report = DoctorReport(of: Notebook.self, path: link)
        #expect(report.outcome == .inUse)
        #expect(report.findings.first { $0.topic == "size" }?.text.hasSuffix("write-ahead log 0 B") == false)
        file.close()
    }

    @Test("a table that is still to be added is worth a note, one that cannot be mended is a problem")
    func drift() throws {
        try DatabaseFile(path: path, schema: Schema([Table("other", columns: [.identity()])])).close()
        #expect(report().outcome == .sound)
        #expect(finding("schema")?.verdict == .notice)
        #expect(finding("schema")?.text.contains("CREATE TABLE \"notes\"") == true)
        let another = Schema([Table("notes", columns: [.identity(), .integer("text"), .timestamp("created_at")])])
        try folder.write([], to: "app.db")
        try DatabaseFile(path: path, schema: another).close()
        #expect(report().outcome == .problem)
        #expect(finding("schema")?.text.contains("column \"text\"") == true)
    }

    @Test("the report for programs holds the same")
    func json() throws {
        try DatabaseFile(path: path, schema: Notebook.fileSchema).close()
        let json = report().json
        #expect(json["outcome"]?.stringValue == "sound")
        #expect(json["findings"]?.arrayValue?.count == 8)
        #expect(json["findings"]?[0]?["topic"]?.stringValue == "sqlite")
    }

    @Test(
        "bytes are shown in units for people",
        arguments: [
            (0, "0 B"), (1_023, "1023 B"), (1_024, "1.0 KiB"), (4_300_000, "4.1 MiB"), (1 << 40, "1.0 TiB"), (1 << 52, "4096.0 TiB"),
        ]
    )
    func byteCounts(bytes: Int64, text: String) {
        #expect(ByteCount.text(bytes) == text)
    }
}
