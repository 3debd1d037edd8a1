import Database
import Glibc
import Synchronization
import TestKit

/// A database file in a folder of its own, with one table of notes.
struct TestFile {
    static let notes = Table(
        "notes",
        columns: [.identity(), .text("text"), .integer("number", default: 7), .boolean("done", default: false)],
        indexes: [.unique("notes_by_text", on: ["text"])]
    )

    let folder: TemporaryFolder
    let database: DatabaseFile

    init(schema: Schema = Schema([notes]), options: DatabaseFile.Options = .init()) throws {
        folder = try TemporaryFolder()
        database = try DatabaseFile(path: folder.file("app.db"), schema: schema, options: options)
    }

    func texts() throws -> [String] {
        try database.read { try $0.all("SELECT text FROM notes ORDER BY id") { try $0["text"] } }
    }
}

/// Something that is not so yet, and is so once and for all after ``set()``.
final class Flag: Sendable {
    private let state = Atomic(false)

    var isSet: Bool { state.load(ordering: .acquiring) }

    func set() { state.store(true, ordering: .releasing) }

    /// For tasks.
    func wait() async {
        while !isSet { await Task.yield() }
    }

    /// For threads that may block: the writer's and those of scans.
    func block() {
        while !isSet { usleep(1_000) }
    }
}
