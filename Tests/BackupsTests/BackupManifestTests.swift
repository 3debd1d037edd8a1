import Database
import HTTPCore
import Testing
import Timekeeping

@testable import Backups

@Suite struct BackupManifestTests {
    private let manifest = BackupManifest(
        product: "notebook",
        version: "1.0",
        file: "notebook-20261126T083000.123Z.db.gz",
        takenAt: Timestamp(milliseconds: 1_795_681_800_123),
        bytes: 8_192,
        fileBytes: 700,
        sha256: String(repeating: "ab", count: 32),
        databaseSHA256: String(repeating: "0c", count: 32),
        compression: .gzip,
        rowCounts: ["notes": 3, "a \"table\"": 0],
        brokenReferences: ["notes → books: 1"],
        pageSize: 4_096,
        position: ArchivePosition(generation: "00ff00ff00ff00ff", sequence: 17),
        sqliteVersion: "3.40.1"
    )

    @Test func `what is written is read`() throws {
        #expect(try BackupManifest(text: manifest.text) == manifest)
        var plain = manifest
        plain.position = nil
        plain.compression = .none
        #expect(try BackupManifest(text: plain.text) == plain)
    }

    @Test func `every changed bit shows`() throws {
        let bytes = Array(manifest.text.utf8)
        for position in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[position] ^= 1 << UInt8(bit)
                let text = String(decoding: changed, as: UTF8.self)
                #expect(throws: ManifestError.self, "bit \(bit) of byte \(position)") { try BackupManifest(text: text) }
            }
        }
    }

    @Test func `a part of it, or more than it, is refused`() {
        let text = manifest.text
        for other in ["", String(text.dropLast()), text + "\n", text + text, "{}", "[]", "null\n", String(text.prefix(100))] {
            #expect(throws: ManifestError.self, "\(other)") { try BackupManifest(text: other) }
        }
    }

    @Test func `what a later version adds is no reason to refuse it`() throws {
        var members = try #require(manifest.json.objectValue)
        members["manifest_sha256"] = nil
        members["colour"] = "green"
        #expect(try BackupManifest(text: BackupManifest.sealedText(members)) == manifest)
    }

    @Test func `a member that is missing or is something else is named`() throws {
        for (name, value) in [
            ("bytes", JSONValue.integer(-1)), ("sha256", "abc"), ("taken_at", "today"), ("row_counts", ["notes": "many"]),
        ] {
            var members = try #require(manifest.json.objectValue)
            members["manifest_sha256"] = nil
            members[name] = value
            #expect(throws: ManifestError.member(name)) { try BackupManifest(text: BackupManifest.sealedText(members)) }
            members[name] = nil
            #expect(throws: ManifestError.member(name)) { try BackupManifest(text: BackupManifest.sealedText(members)) }
        }
    }
}
