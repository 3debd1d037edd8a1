import Testing

@testable import InvoicePDF

@Suite("QR codes")
struct QRCodeTests {
    @Test("are drawn as ISO/IEC 18004 draws its example: 01234567 in version 1-M")
    func example() throws {
        let code = try #require(QRCode(encoding: "01234567", level: .medium, mask: 2))
        #expect(code.version == 1)
        #expect(
            code.picture == """
                #######..#.##.#######
                #.....#..####.#.....#
                #.###.#.#.....#.###.#
                #.###.#.##....#.###.#
                #.###.#.#.###.#.###.#
                #.....#.#...#.#.....#
                #######.#.#.#.#######
                ........#..##........
                #.#####..#..#.#####..
                ...#.#.##.#.#..#.##..
                ..#...##.#.#.#..#####
                ....#....#.....####..
                ...######..#.#..#....
                ........#.#####..##..
                #######..##.#.##.....
                #.....#.#.#####...#.#
                #.###.#.#...#..#.##..
                #.###.#.##..#..#.....
                #.###.#.#.##.#..#.#..
                #.....#........##.##.
                #######.####.#..#.#..
                """
        )
    }

    @Test(
        "take the smallest version that has room",
        arguments: [
            (17, 1, QRCode.Level.low), (18, 2, .low), (14, 1, .medium), (15, 2, .medium), (331, 13, .medium), (332, 14, .medium),
            (997, 25, .medium), (1273, 40, .high), (2953, 40, .low),
        ]
    )
    func smallestVersion(bytes: Int, version: Int, level: QRCode.Level) throws {
        let code = try #require(QRCode(encoding: String(repeating: "a", count: bytes), level: level))
        #expect(code.version == version)
        #expect(code.size == 17 + 4 * version)
        #expect(code.modules.count == code.size * code.size)
    }

    @Test(
        "of digits and of capital letters hold more than those of bytes",
        arguments: [("7", 7089), ("A", 4296), ("a", 2953), ("é", 1476)]
    )
    func modes(character: String, limit: Int) {
        #expect(QRCode(encoding: String(repeating: character, count: limit), level: .low)?.version == 40)
        #expect(QRCode(encoding: String(repeating: character, count: limit + 1), level: .low) == nil)
    }

    @Test("are not made when the text is too long for the versions allowed")
    func tooLong() {
        #expect(QRCode(encoding: String(repeating: "a", count: 332), level: .medium, versions: 1...13) == nil)
    }

    @Test("keep to the smallest version allowed, and use its room for a higher level if asked to")
    func boost() throws {
        let plain = try #require(QRCode(encoding: "Hello", level: .low, versions: 2...40))
        let boosted = try #require(QRCode(encoding: "Hello", level: .low, versions: 2...40, boostsErrorCorrection: true))
        #expect(plain.version == 2 && plain.level == .low)
        #expect(boosted.version == 2 && boosted.level == .high)
    }

    @Test("choose the mask with the least penalty, counted module by module", arguments: [1, 6, 7, 22, 32, 40])
    func mask(version: Int) throws {
        let text = "Mask me in version \(version)".filter { version > 1 || $0 != " " }.prefix(version > 1 ? 30 : 14)
        let codes = try (0..<8).map { try #require(QRCode(encoding: String(text), level: .medium, versions: version...version, mask: $0)) }
        let penalties = codes.map(Self.penalty)
        let chosen = try #require(QRCode(encoding: String(text), level: .medium, versions: version...version))
        #expect(chosen.mask == penalties.firstIndex(of: penalties.min() ?? 0))
    }

    /// Table 11 of ISO/IEC 18004, as it is told and not as it is computed fast.
    private static func penalty(of code: QRCode) -> Int {
        let lines = (0..<code.size).flatMap { index in
            [(0..<code.size).map { code[index, $0] }, (0..<code.size).map { code[$0, index] }]
        }
        let blocks = (1..<code.size).reduce(0) { count, row in
            count
                + (1..<code.size).count { column in
                    Set([code[column, row], code[column - 1, row], code[column, row - 1], code[column - 1, row - 1]]).count == 1
                }
        }
        let dark = Double(code.modules.count { $0 }) / Double(code.modules.count)
        return lines.reduce(0) { $0 + runs(in: $1) + finders(in: $1) } + 3 * blocks + 10 * Int(abs(dark * 100 - 50) / 5)
    }

    private static func runs(in line: [Bool]) -> Int {
        var penalty = 0
        var length = 0
        for (index, module) in line.enumerated() {
            length = index > 0 && line[index - 1] == module ? length + 1 : 1
            if length == 5 { penalty += 3 } else if length > 5 { penalty += 1 }
        }
        return penalty
    }

    private static func finders(in line: [Bool]) -> Int {
        let light = [Bool](repeating: false, count: 4)
        let padded = light + line + light
        return line.indices.dropLast(6).count { start in
            padded[(start + 4)..<(start + 11)].elementsEqual([true, false, true, true, true, false, true])
                && (padded[start..<(start + 4)].elementsEqual(light) || padded[(start + 11)..<(start + 15)].elementsEqual(light))
        } * 40
    }
}

extension QRCode {
    /// A line for each row; `#` is dark.
    fileprivate var picture: String {
        (0..<size).map { row in String((0..<size).map { self[$0, row] ? "#" : "." }) }.joined(separator: "\n")
    }
}
