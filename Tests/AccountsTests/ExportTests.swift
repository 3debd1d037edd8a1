import Cryptography
import Database
import Glibc
import HTTPCore
import Logging
import NIOCore
import Synchronization
import TestKit
import Testing
import Timekeeping

@testable import Accounts

@Suite(.timeLimit(.minutes(2))) struct ExportTests {
    private static let path = "/api/v1/account/export"

    private func texts(_ count: Int, _ word: String) -> [String] {
        (0..<count).map { "\(word) \($0) \"né\u{1F600}\n" }
    }

    /// What the export says of notes with these texts, whose numbers follow each other.
    private func notes(_ texts: [String], from first: Int = 1) -> JSONValue {
        .array(texts.enumerated().map { ["id": .integer(first + $0.offset), "text": .string($0.element)] })
    }

    @Test func `it works, and says of an account that has nothing that it has nothing`() async throws {
        try await TestService<NotesProduct>.run { service in
            let answer = try await service.signedUp("You@example.com").get(Self.path)
            #expect(answer.status == 200)
            #expect(answer.header("Content-Type") == "application/json")
            #expect(answer.header("Content-Disposition") == "attachment; filename=\"notes-export.json\"")
            #expect(answer.header("Cache-Control") == "no-store")
            let json = try answer.json
            #expect(json.objectValue?.map(\.name) == ["exported_at", "product", "account", "keys", "usage", "notes"])
            #expect(json["exported_at"] == "2026-04-20T09:00:00Z")
            #expect(json["product"] == "notes")
            #expect(json["account"] == ["email": "You@example.com", "plan": "free", "created_at": "2026-04-20T09:00:00Z"])
            #expect(json["keys"]?.arrayValue?.count == 1)
            #expect(json["usage"] == [])
            #expect(json["notes"] == [])
        }
    }

    @Test func `thousands of rows come whole and in order, page by page, and nobody else's`() async throws {
        try await TestService<NotesProduct>.run { service in
            let (owner, other) = (try await service.signedUp(), try await service.signedUp("other@example.com"))
            let (early, between, late) = (texts(2_050, "early"), texts(300, "another's"), texts(2_500, "late"))
            try await NotesProduct.add(early, for: 1, in: service.database)
            try await NotesProduct.add(between, for: 2, in: service.database)
            try await NotesProduct.add(late, for: 1, in: service.database)
            let json = try await owner.get(Self.path).json
            #expect(service.product.hooks.exportedPages > 45)
            let expected = (notes(early).arrayValue ?? []) + (notes(late, from: 2_351).arrayValue ?? [])
            #expect(json["notes"]?.arrayValue?.count == 4_550)
            #expect(json["notes"] == .array(expected))
            #expect(try await other.get(Self.path).json["notes"] == notes(between, from: 2_051))
        }
    }

    @Test(arguments: [99, 100, 101, 200]) func `the end of a page may be the end of the list`(count: Int) async throws {
        try await TestService<NotesProduct>.run { service in
            let owner = try await service.signedUp()
            let stored = texts(count, "note")
            try await NotesProduct.add(stored, for: 1, in: service.database)
            #expect(try await owner.get(Self.path).json["notes"] == notes(stored))
        }
    }

    @Test func `keys are listed as their owner knows them, and without what they are stored as`() async throws {
        try await TestService<NotesProduct>.run { service in
            let owner = try await service.signedUp()
            let made = try await owner.post("/api/v1/keys", json: ["name": "for the build", "scopes": ["read"]]).json
            let answer = try await owner.get(Self.path)
            let keys = try answer.json["keys"]?.arrayValue ?? []
            #expect(keys.count == 2)
            #expect(keys.last?["id"] == made["id"])
            #expect(keys.last?["name"] == "for the build")
            #expect(keys.last?["scopes"] == ["read"])
            let key = try #require(made["api_key"]?.stringValue)
            #expect(keys.last?["prefix"]?.stringValue == String(key.prefix(8)))
            #expect(!answer.text.contains(key) && !answer.text.contains(SHA256.digest(of: key).hex))
        }
    }

    @Test func `usage is listed by day and action, what is only in memory included`() async throws {
        try await TestService<NotesProduct>.run { service in
            let (owner, accounts) = (try await service.signedUp(), service.product.accounts)
            let now = service.clock.now
            _ = try await service.signedUp("other@example.com")
            try await service.database.write { connection in
                for day in Int64(1)...250 {
                    let time = now.adding(seconds: -86_400 * day)
                    try accounts.count("paint", for: 1, at: time, by: Int(day), in: connection)
                    if day.isMultiple(of: 2) { try accounts.count("draw", for: 1, at: time, in: connection) }
                    try accounts.count("paint", for: 2, at: time, in: connection)
                }
            }
            for _ in 0..<3 { accounts.usage.count("draw", for: 1, at: now) }
            var expected: [JSONValue] = []
            for day in (Int64(1)...250).reversed() {
                let date = JSONValue.string(CalendarDay(of: now.adding(seconds: -86_400 * day)).description)
                if day.isMultiple(of: 2) { expected.append(["date": date, "action": "draw", "count": 1]) }
                expected.append(["date": date, "action": "paint", "count": .integer(day)])
            }
            expected.append(["date": "2026-04-20", "action": "draw", "count": 3])
            #expect(try await owner.get(Self.path).json["usage"] == .array(expected))
        }
    }

    /// Counts a use in the file as if it had been on that day, whatever its name.
    private func addUse(on day: String, to database: DatabaseFile) async throws {
        try await database.write { connection in
            try connection.execute("INSERT INTO usage_counts (account_id, action, period, count) VALUES (1, 'paint', ?, 1)", day)
        }
    }

    @Test func `usage of any day that has a date is listed`() async throws {
        try await TestService<NotesProduct>.run { service in
            let owner = try await service.signedUp()
            let days = ["0000-01-01", "0000-01-02", "1582-10-15", "1969-12-31", "1970-01-01", "1970-01-02", "9999-12-30", "9999-12-31"]
            for day in days { try await addUse(on: day, to: service.database) }
            let usage = try await owner.get(Self.path).json["usage"]?.arrayValue
            #expect(usage?.map { $0["date"]?.stringValue } == days)
        }
    }

    @Test func `a day that is no date does not end the list as if nothing followed`() async throws {
        try await TestService<NotesProduct>.run { service in
            let owner = try await service.signedUp()
            for day in ["2026-04-19", "not-a-date"] { try await addUse(on: day, to: service.database) }
            await #expect(throws: (any Error).self) { _ = try await owner.get(Self.path) }
            #expect(try service.log.contains("an export broke off"))
        }
    }

    @Test func `HEAD reads nothing, and only a key with the scope admin exports`() async throws {
        try await TestService<NotesProduct>.run { service in
            let owner = try await service.signedUp()
            try await NotesProduct.add(texts(10, "note"), for: 1, in: service.database)
            let answer = try await owner.request("HEAD", Self.path)
            #expect(answer.status == 200)
            #expect(answer.body.isEmpty)
            #expect(service.product.hooks.exportedPages == 0)
            let weak = try await owner.post("/api/v1/keys", json: ["scopes": ["read", "write"]]).json["api_key"]?.stringValue
            #expect(try await service.client.authorized(try #require(weak)).get(Self.path).status == 403)
            #expect(try await service.client.get(Self.path).status == 401)
        }
    }

    @Test func `an export that fails in the middle does not look complete, and the next one is whole`() async throws {
        struct Unreadable: Error {}
        try await TestService<NotesProduct>.run { service in
            let owner = try await service.signedUp()
            let stored = texts(1_000, "note")
            try await NotesProduct.add(stored, for: 1, in: service.database)
            let broken = Switch(true)
            service.product.hooks.beforeExportPage { after in
                if after > 400, broken.isOn { throw Unreadable() }
            }
            await #expect(throws: (any Error).self) { _ = try await owner.get(Self.path) }
            broken.isOn = false
            #expect(try await owner.get(Self.path).json["notes"] == notes(stored))
            #expect(try service.log.contains("an export broke off"))
        }
    }

    @Test func `an export of an account that is erased meanwhile does not look complete`() async throws {
        try await TestService<NotesProduct>.run { service in
            let owner = try await service.signedUp()
            try await NotesProduct.add(texts(1_000, "note"), for: 1, in: service.database)
            let accounts = service.product.accounts
            let erased = Switch(false)
            service.product.hooks.beforeExportPage { after in
                guard after > 400, !erased.isOn else { return }
                // This thread may block; the erasure has another one.
                Task.detached {
                    try await accounts.beginErasure(of: 1)
                    erased.isOn = true
                }
                while !erased.isOn { usleep(1_000) }
            }
            await #expect(throws: (any Error).self) { _ = try await owner.get(Self.path) }
            #expect(erased.isOn)
        }
    }

    @Test func `an export waits for a thread as long as other reads have them all`() async throws {
        let fixture = try ErasureFixture(in: try TemporaryFolder())
        let owner = try await fixture.signUp("you@example.com")
        try await NotesProduct.add(["a", "b"], for: owner.id, in: fixture.database)
        let (refused, letGo) = (Switch(false), Switch(false))
        let reads = (0..<100).map { _ in
            Task {
                do {
                    try await fixture.database.scan { _ in while !letGo.isOn { usleep(1_000) } }
                } catch DatabaseError.overloaded {
                    refused.isOn = true
                }
            }
        }
        while !refused.isOn { await Task.yield() }
        var export = AccountExport(
            of: owner.id,
            in: fixture.accounts,
            head: ["a": 1],
            sections: [NotesProduct.export(fixture.hooks)],
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            pause: {
                letGo.isOn = true
                await Task.yield()
            }
        )
        var bytes: [UInt8] = []
        while let part = try await export.next() { bytes += part.readableBytesView }
        #expect(letGo.isOn, "it found a thread at once")
        #expect(try JSONParser.parse(bytes) == ["a": 1, "notes": notes(["a", "b"])])
        for read in reads { try await read.value }
    }
}

/// Something that is on or off.
private final class Switch: Sendable {
    private let state: Mutex<Bool>

    init(_ isOn: Bool) { state = Mutex(isOn) }

    var isOn: Bool {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }
}
