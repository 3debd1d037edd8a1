import TestKit
import Testing

@testable import Backups

@Suite struct GzipTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Half of it compresses well.
    private func content(_ count: Int) -> [UInt8] {
        (0..<count).map { $0 < count / 2 ? UInt8(truncatingIfNeeded: $0 / 1_000) : UInt8.random(in: 0...255) }
    }

    private func compressed(_ bytes: [UInt8]) throws -> String {
        try Gzip.compress(try folder.write(bytes, to: "plain"), to: folder.file("plain.gz"))
        return folder.file("plain.gz")
    }

    /// Around the size in which files are read.
    @Test(arguments: [0, 1, FileStream.chunk - 1, FileStream.chunk, FileStream.chunk + 1, 3 * FileStream.chunk])
    func `what is compressed comes back, also by the system's own tool`(count: Int) async throws {
        let bytes = content(count)
        let path = try compressed(bytes)
        try Gzip.decompress(path, to: folder.file("back"))
        #expect(try folder.read("back") == bytes)
        try Gzip.compare(path, with: folder.file("plain"))
        let tool = try await runTool("gzip", ["-dc", path])
        #expect(tool.status == 0 && tool.output == bytes)
    }

    @Test func `files of the system's own tool are read`() async throws {
        let bytes = content(600_000)
        _ = try folder.write(bytes, to: "other")
        #expect(try await runTool("gzip", ["-k9", folder.file("other")]).status == 0)
        try Gzip.decompress(folder.file("other.gz"), to: folder.file("back"))
        #expect(try folder.read("back") == bytes)
    }

    @Test func `a file that is cut off anywhere is refused`() throws {
        let path = try compressed(content(50_000))
        let whole = try folder.read("plain.gz")
        for count in [0, 1, 5, 10, whole.count / 2, whole.count - 8, whole.count - 1] {
            let short = try folder.write(whole[..<count], to: "short.gz")
            #expect(throws: count == 0 ? GzipError.notGzip : .truncated, "\(count) bytes") {
                try Gzip.decompress(short, to: folder.file("back"))
            }
        }
        try Gzip.decompress(path, to: folder.file("back"))
    }

    @Test func `one changed bit in the content or its checksum never gives other content`() throws {
        let bytes = content(50_000)
        _ = try compressed(bytes)
        let whole = try folder.read("plain.gz")
        // After the header, of which not every bit means something: the digest of the whole file finds those.
        for position in [10, whole.count - 8, whole.count - 1] + (0..<20).map({ _ in Int.random(in: 10..<whole.count) }) {
            var changed = whole
            changed[position] ^= 1 << UInt8.random(in: 0...7)
            let path = try folder.write(changed, to: "changed.gz")
            do {
                try Gzip.decompress(path, to: folder.file("back"))
                // A bit that only fills up a byte.
                #expect(try folder.read("back") == bytes, "byte \(position)")
            } catch is GzipError {}
        }
    }

    @Test func `anything after the end is refused`() throws {
        _ = try compressed(content(1_000))
        let whole = try folder.read("plain.gz")
        for tail in [[0], whole, [UInt8](repeating: 0, count: 2 * FileStream.chunk)] {
            let path = try folder.write(whole + tail, to: "longer.gz")
            #expect(throws: GzipError.trailingBytes) { try Gzip.decompress(path, to: folder.file("back")) }
        }
    }

    @Test func `a file that is something else is refused, and one that cannot be read or written is named`() throws {
        let text = try folder.write("no gzip".utf8, to: "text")
        #expect(throws: GzipError.notGzip) { try Gzip.decompress(text, to: folder.file("back")) }
        let missing = #expect(throws: RestoreError.self) { try Gzip.decompress(folder.file("missing"), to: folder.file("back")) }
        #expect("\(missing, default: "nothing")".contains(folder.file("missing")))
        #expect(throws: RestoreError.self) { try Gzip.compress(text, to: folder.file("no/folder")) }
    }

    @Test func `a copy of something else shows`() throws {
        let path = try compressed(content(100_000))
        let plain = try folder.read("plain")
        var changed = plain
        changed[99_999] ^= 1
        for other in [changed, plain + [0], Array(plain.dropLast()), []] {
            let path = (path, try folder.write(other, to: "other"))
            #expect(throws: GzipError.different) { try Gzip.compare(path.0, with: path.1) }
        }
    }

    @Test func `it can be broken off`() throws {
        let plain = try folder.write(content(1_000), to: "plain")
        #expect(throws: CancellationError.self) { try Gzip.compress(plain, to: folder.file("gz"), isCancelled: { true }) }
    }
}
