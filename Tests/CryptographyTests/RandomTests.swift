import Testing

@testable import Cryptography

@Suite("Random bytes and tokens")
struct RandomTests {
    @Test("a token has as many characters as asked for, all of the alphabet", arguments: [0, 1, 2, 22, 30, 43, 1000])
    func hasLength(count: Int) throws {
        let token = try RandomToken.base62(count: count)
        #expect(token.utf8.count == count)
        #expect(token.allSatisfy { Base62.alphabet.contains($0) })
    }

    @Test("random bytes are as many as asked for", arguments: [0, 1, 16, 32, 100_000])
    func hasCount(count: Int) throws {
        #expect(try RandomBytes.generate(count: count).count == count)
    }

    @Test("no token comes twice")
    func isUnique() throws {
        let tokens = try Set((0..<10_000).map { _ in try RandomToken.base62(count: 22) })
        #expect(tokens.count == 10_000)
    }

    @Test("every character is equally likely")
    func isUniform() throws {
        let sampleCount = 620_000
        var counts: [UInt8: Int] = [:]
        for character in try RandomToken.base62(count: sampleCount).utf8 { counts[character, default: 0] += 1 }
        #expect(counts.count == 62)
        // 153 is where chi-square with 61 degrees of freedom has one billionth left; plain remainders of a byte would give about 4 000.
        #expect(chiSquare(of: counts.values, expected: Double(sampleCount) / 62) < 153)
    }

    @Test("every character is equally likely at the first and at the last place of a token")
    func isUniformAtTheEnds() throws {
        var first: [UInt8: Int] = [:]
        var last: [UInt8: Int] = [:]
        for _ in 0..<31_000 {
            let token = try Array(RandomToken.base62(count: 4).utf8)
            first[token[0], default: 0] += 1
            last[token[3], default: 0] += 1
        }
        #expect(first.count == 62 && last.count == 62)
        #expect(chiSquare(of: first.values, expected: 500) < 153)
        #expect(chiSquare(of: last.values, expected: 500) < 153)
    }

    @Test("a generator that fails gives an error with a reason, and no bytes")
    func failsLoudly() throws {
        let failure = #expect(throws: RandomSourceFailure.self) {
            try RandomBytes.generate(count: 16) { bytes, count in
                bytes?.update(repeating: 0, count: Int(count))
                return 0
            }
        }
        #expect(try #require(failure).description.hasPrefix("no secure random bytes: error:"))
    }

    private func chiSquare(of counts: some Sequence<Int>, expected: Double) -> Double {
        counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    }
}
