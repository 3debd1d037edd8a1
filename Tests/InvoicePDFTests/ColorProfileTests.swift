import TestKit
import Testing

@testable import InvoicePDF

@Suite("The colour profile")
struct ColorProfileTests {
    private let profile = ColorProfile.sRGB

    @Test("is a display profile of version 4 for red, green and blue")
    func header() {
        #expect(number(at: 0) == profile.count)
        #expect(number(at: 8) == 0x0420_0000)
        #expect(text(12..<24) == "mntrRGB XYZ ")
        #expect(text(36..<40) == "acsp")
    }

    @Test("has every tag that ICC.1 wants, inside the file and on a word")
    func tags() {
        let tags = (0..<number(at: 128)).map { 132 + 12 * $0 }
        #expect(tags.map { text($0..<$0 + 4) } == ["desc", "cprt", "wtpt", "chad", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"])
        for tag in tags {
            let (offset, size) = (number(at: tag + 4), number(at: tag + 8))
            #expect(offset.isMultiple(of: 4) && offset >= 132 + 12 * tags.count && offset + size <= profile.count)
        }
    }

    @Test("mixes white from all three primaries")
    func white() {
        let columns = [4, 5, 6].map { offset in (0..<3).map { number(at: number(at: 132 + 12 * offset + 4) + 8 + 4 * $0) } }
        #expect((0..<3).map { row in columns.reduce(0) { $0 + $1[row] } } == [63_190, 65_536, 54_061])
    }

    @Test("has the curve of sRGB, without a step where its parts meet")
    func curve() {
        let start = number(at: 132 + 12 * 7 + 4)
        #expect(text(start..<start + 4) == "para" && number(at: start + 8) == 3 << 16)
        let values = (0..<5).map { Double(number(at: start + 12 + 4 * $0)) / 65_536 }
        for (value, expected) in zip(values, [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]) {
            #expect(abs(value - expected) < 1e-5)
        }
    }

    @Test("has its MD5 as identifier")
    func identifier() async throws {
        var cleared = profile
        for index in Array(44..<48) + Array(64..<68) + Array(84..<100) { cleared[index] = 0 }
        let digest = try await runTool("md5sum", input: cleared).text.prefix(32)
        let identifier = PDFText.hexadecimal(profile[84..<100].map { Unicode.Scalar($0) }).lowercased()
        #expect(stride(from: 2, to: 64, by: 4).map { identifier.dropFirst($0).prefix(2) }.joined() == digest)
    }

    private func number(at index: Int) -> Int { profile[index..<index + 4].reduce(0) { $0 << 8 | Int($1) } }

    private func text(_ range: Range<Int>) -> String { String(decoding: profile[range], as: UTF8.self) }
}
