import Glibc
import TestKit
import Testing
import Timekeeping

@testable import Database

@Suite(.timeLimit(.minutes(2))) struct ArchiveDamageTests {
    /// A closed file whose archive has several segments of several blocks each.
    private struct Archive {
        let fixture: ArchiveFixture
        let base: ArchiveFixture.Base
        let segments: [String]
        var texts: [String] = []
        /// When each text was written, one commit and one block each.
        var times: [Timestamp] = []
    }

    private func make(commits: Int = 12, segmentBytes: Int64 = 40_000) async throws -> Archive {
        let fixture = try ArchiveFixture { $0.segmentBytes = segmentBytes }
        let database = try fixture.open()
        let base = try await fixture.base(of: database)
        var (texts, times): ([String], [Timestamp]) = ([], [])
        for number in 0..<commits {
            fixture.clock.advance(seconds: 1)
            texts.append("\(number)")
            times.append(fixture.clock.now)
            try await fixture.insert("\(number)", into: database)
            try await fixture.archive(database)
        }
        database.close()
        return Archive(fixture: fixture, base: base, segments: try fixture.segments(), texts: texts, times: times)
    }

    /// Why the archive cannot be applied to a copy, which has to be as it was then.
    private func refusal(_ archive: Archive, until time: Timestamp? = nil) throws -> String? {
        let fixture = archive.fixture
        let error = #expect(throws: ArchiveError.self) { _ = try fixture.restore(archive.base, until: time) }
        #expect(try fixture.folder.read("restored.db") == fixture.folder.read(archive.base.name), "it was written to before it was proved")
        #expect(throws: ArchiveError.self) { _ = try fixture.reader.coverage(from: archive.base.position) }
        return error?.kind
    }

    private func name(_ path: String, in archive: Archive) -> String { String(path.dropFirst(archive.fixture.folder.path.utf8.count + 1)) }

    @Test func `one bit that has changed anywhere is noticed before anything is restored`() async throws {
        let archive = try await make()
        #expect(try archive.fixture.restore(archive.base).texts == archive.texts)
        #expect(archive.segments.count > 2)
        var random: UInt64 = 2_026
        func next(_ bound: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((random >> 33) % UInt64(bound))
        }
        for round in 0..<24 {
            let segment = archive.segments[next(archive.segments.count)]
            let size = try archive.fixture.blocks(of: segment).reduce(0, +)
            // Each part of a block has its turn: some of the header, the end with the commits and the digest, and any place in between.
            let offset = [next(size), next(144), size - 1 - next(48)][round % 3]
            let bit = UInt8(next(8))
            try archive.fixture.flip(segment, at: offset, bit: bit)
            let kind = try refusal(archive)
            #expect(kind == "damaged" || kind == "missing", "byte \(offset) of \(segment)")
            try archive.fixture.flip(segment, at: offset, bit: bit)
        }
        #expect(try archive.fixture.restore(archive.base).texts == archive.texts)
    }

    @Test func `damage does not keep from a moment that is before it`() async throws {
        let archive = try await make()
        let last = try #require(archive.segments.last)
        try archive.fixture.flip(last, at: 200)
        #expect(try archive.fixture.restore(archive.base, until: archive.times[2]).texts == Array(archive.texts.prefix(3)))
        #expect(try refusal(archive, until: archive.times.last) == "damaged")
    }

    @Test func `each segment that is missing is noticed, unless it is the last one`() async throws {
        let archive = try await make()
        for segment in archive.segments.dropLast() {
            try #require(rename(segment, segment + ".aside") == 0)
            #expect(try refusal(archive) == "missing", "\(segment)")
            try #require(rename(segment + ".aside", segment) == 0)
        }
        try archive.fixture.remove(try #require(archive.segments.last))
        let texts = try archive.fixture.restore(archive.base).texts
        #expect(!texts.isEmpty && texts.count < archive.texts.count && texts == Array(archive.texts.prefix(texts.count)))
    }

    @Test func `segments that have exchanged their names are noticed`() async throws {
        let archive = try await make()
        let (one, other) = (archive.segments[1], archive.segments[2])
        try #require(rename(one, one + ".aside") == 0)
        try #require(rename(other, one) == 0)
        try #require(rename(one + ".aside", other) == 0)
        #expect(try refusal(archive) == "damaged")
    }

    @Test func `a segment of another archive in the place of one is noticed`() async throws {
        let (archive, other) = (try await make(), try await make())
        try #require(archive.segments.count == other.segments.count)
        let place = archive.segments[1]
        try archive.fixture.folder.write(try other.fixture.folder.read(name(other.segments[1], in: other)), to: name(place, in: archive))
        #expect(try refusal(archive) == "damaged")
    }

    @Test func `a block that is missing or that is there twice is noticed`() async throws {
        let archive = try await make(segmentBytes: 1 << 20)
        let segment = try #require(archive.segments.first)
        let whole = try archive.fixture.folder.read(name(segment, in: archive))
        let blocks = try archive.fixture.blocks(of: segment)
        let start = blocks.prefix(3).reduce(0, +)
        let block = whole[start..<start + blocks[3]]
        try archive.fixture.folder.write(whole[..<start] + whole[(start + blocks[3])...], to: name(segment, in: archive))
        #expect(try refusal(archive) == "missing")
        try archive.fixture.folder.write(whole[..<start] + block + whole[start...], to: name(segment, in: archive))
        #expect(try refusal(archive) == "missing")
    }

    @Test func `of a block that was not finished nothing counts, and all before it does`() async throws {
        let archive = try await make(segmentBytes: 1 << 20)
        let segment = try #require(archive.segments.last)
        let whole = try archive.fixture.folder.read(name(segment, in: archive))
        let last = try #require(try archive.fixture.blocks(of: segment).last)
        for missing in [1, 32, last / 2, last - 144, last - 100, last - 1, last] {
            try archive.fixture.folder.write(whole.dropLast(missing), to: name(segment, in: archive))
            #expect(try archive.fixture.restore(archive.base).texts == archive.texts.dropLast(), "\(missing) bytes are missing")
            #expect(try archive.fixture.reader.coverage(from: archive.base.position).lastTime == archive.times.dropLast().last)
        }
        // A file may have its new length before its content, but not any content.
        try archive.fixture.folder.write(whole + [UInt8](repeating: 0, count: 5_000), to: name(segment, in: archive))
        #expect(try archive.fixture.restore(archive.base).texts == archive.texts)
        try archive.fixture.folder.write(whole + [UInt8](repeating: 7, count: 5_000), to: name(segment, in: archive))
        #expect(try refusal(archive) == "damaged")
    }

    @Test func `segments that are not whole are noticed when others follow`() async throws {
        let archive = try await make()
        let segment = archive.segments[1]
        let whole = try archive.fixture.folder.read(name(segment, in: archive))
        for count in [whole.count - 1, whole.count / 2, 10, 0] {
            try archive.fixture.folder.write(whole.prefix(count), to: name(segment, in: archive))
            let kind = try refusal(archive)
            #expect(kind == "missing" || kind == "damaged", "\(count) bytes")
        }
    }
}
