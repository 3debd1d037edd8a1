import Glibc
import Synchronization
import TestKit
import Testing
import Timekeeping

@testable import Database

/// Segments that somebody has compressed: how does not matter here, so it is each byte the other way round.
@Suite(.timeLimit(.minutes(2))) struct ArchiveCompressionTests {
    /// A closed file with an archive of several segments.
    private func make() async throws -> (fixture: ArchiveFixture, base: ArchiveFixture.Base, texts: [String]) {
        let fixture = try ArchiveFixture { $0.segmentBytes = 1 }
        let database = try fixture.open()
        let base = try await fixture.base(of: database)
        let texts = (0..<5).map(String.init)
        for text in texts {
            fixture.clock.advance(seconds: 1)
            try await fixture.insert(text, into: database)
            try await fixture.archive(database)
        }
        database.close()
        return (fixture, base, texts)
    }

    private func name(_ path: String, _ fixture: ArchiveFixture) -> String { String(path.dropFirst(fixture.folder.path.utf8.count + 1)) }

    private func compress(_ segment: String, _ fixture: ArchiveFixture) throws {
        try fixture.folder.write(fixture.folder.read(name(segment, fixture)).map { ~$0 }, to: name(segment, fixture) + ".gz")
    }

    /// Notes what was asked for and what it has made of that.
    private final class Unpacker: Sendable {
        let packed = Mutex<[String]>([])
        let plain = Mutex<[String]>([])

        func reader(_ fixture: ArchiveFixture) -> ArchiveReader {
            ArchiveReader(folder: fixture.folder.file("archive")) { path in
                let bytes = try fixture.folder.read(String(path.dropFirst(fixture.folder.path.utf8.count + 1)))
                let number = self.packed.withLock { packed in
                    packed.append(path)
                    return packed.count
                }
                let made = try fixture.folder.write(bytes.map { ~$0 }, to: "plain \(number)")
                self.plain.withLock { $0.append(made) }
                return made
            }
        }
    }

    @Test func `compressed segments are read through their copies, which are removed`() async throws {
        let (fixture, base, texts) = try await make()
        let segments = try fixture.segments()
        for segment in segments.dropLast() {
            try compress(segment, fixture)
            try fixture.remove(segment)
        }
        let unpacker = Unpacker()
        let reader = unpacker.reader(fixture)
        #expect(try fixture.restore(base, by: reader).texts == texts)
        #expect(try fixture.restore(base, until: base.time.adding(seconds: 2), by: reader).texts == ["0", "1"])
        let asked = unpacker.packed.withLock { $0 }
        #expect(Set(asked).isSubset(of: segments.map { $0 + ".gz" }) && !asked.isEmpty)
        #expect(unpacker.plain.withLock { $0 }.allSatisfy { access($0, F_OK) != 0 })
    }

    @Test func `they are listed with their times, for which nobody unpacks them`() async throws {
        let (fixture, _, _) = try await make()
        let before = try fixture.reader.segments()
        for segment in before.dropLast() {
            try compress(segment.path, fixture)
            try fixture.remove(segment.path)
        }
        let unpacker = Unpacker()
        let after = try unpacker.reader(fixture).segments()
        #expect(after.map(\.path) == before.dropLast().map { $0.path + ".gz" } + [before.last?.path])
        #expect(after.map(\.isCompressed) == before.dropLast().map { _ in true } + [false])
        #expect(after.map(\.firstTime) == before.map(\.firstTime) && after.map(\.lastTime) == before.map(\.lastTime))
        #expect(after.map(\.firstSequence) == before.map(\.firstSequence))
        #expect(unpacker.packed.withLock { $0 } == [])
        // Without the index, they are.
        let generation = try #require(before.first).generation
        try fixture.remove(fixture.folder.file("archive/\(generation)/index"))
        #expect(try unpacker.reader(fixture).segments() == after)
        #expect(unpacker.packed.withLock { $0.count } == before.count - 1)
    }

    @Test func `of a segment that is there in both ways the plain one is read`() async throws {
        let (fixture, base, texts) = try await make()
        // Whoever compresses it may be killed before it is done.
        for segment in try fixture.segments() { try fixture.folder.write([1, 2, 3], to: name(segment, fixture) + ".gz") }
        let unpacker = Unpacker()
        #expect(try fixture.restore(base, by: unpacker.reader(fixture)).texts == texts)
        #expect(try unpacker.reader(fixture).segments().allSatisfy { !$0.isCompressed })
        #expect(unpacker.packed.withLock { $0 } == [])
    }

    @Test func `one that cannot be unpacked, or into something else, is not passed over`() async throws {
        let (fixture, base, _) = try await make()
        let segment = try fixture.segments()[2]
        try compress(segment, fixture)
        try fixture.remove(segment)
        let error = #expect(throws: ArchiveError.self) { _ = try fixture.restore(base) }
        #expect(error?.kind == "failed")
        #expect(error?.description.contains(segment) == true)
        let reader = Unpacker().reader(fixture)
        let packed = segment + ".gz"
        try fixture.flip(packed, at: 500)
        #expect(#expect(throws: ArchiveError.self) { _ = try fixture.restore(base, by: reader) }?.kind == "damaged")
        try fixture.folder.write([], to: name(packed, fixture))
        #expect(#expect(throws: ArchiveError.self) { _ = try fixture.restore(base, by: reader) }?.kind == "damaged")
    }

    @Test func `a file whose last segment is compressed begins a new generation, since that is not for writing`() async throws {
        let (fixture, base, texts) = try await make()
        let last = try #require(try fixture.segments().last)
        try compress(last, fixture)
        try fixture.remove(last)
        let database = try fixture.open()
        try await fixture.insert("later", into: database)
        try await fixture.archive(database)
        #expect(database.archiveStatistics?.generations == 1)
        #expect(try fixture.restore(base, by: Unpacker().reader(fixture)).texts == texts)
    }
}
