/// How the codewords of a QR code are divided into blocks with their own error correction (ISO/IEC 18004 §7.5, table 9).
struct QRBlocks {
    /// The codewords of all blocks.
    let totalCount: Int
    /// The blocks; those at the end may have one codeword more than those at the start.
    let blockCount: Int
    /// The codewords of each block that correct errors.
    let correctionCount: Int

    init(version: Int, level: QRCode.Level) {
        totalCount = Self.moduleCount(of: version) / 8
        blockCount = Self.blockCounts[level.rawValue][version - 1]
        correctionCount = Self.correctionCounts[level.rawValue][version - 1]
    }

    /// The codewords of all blocks that hold data.
    var dataCount: Int { totalCount - blockCount * correctionCount }

    /// The modules of a version that no function pattern takes.
    static func moduleCount(of version: Int) -> Int {
        let finders = 3 * 8 * 8
        let timing = 2 * (17 + 4 * version - 16)
        let formatAndDarkModule = 31
        let versionInformation = version >= 7 ? 36 : 0
        let patterns = version == 1 ? 0 : version / 7 + 2
        // All but the three at the finders, five modules wide; those on the timing patterns share five modules with them.
        let alignment = version == 1 ? 0 : 25 * (patterns * patterns - 3) - 5 * 2 * (patterns - 2)
        let size = 17 + 4 * version
        return size * size - finders - timing - formatAndDarkModule - versionInformation - alignment
    }

    /// Data and error correction in the order in which they are drawn (§7.6): the first codewords of all blocks, then the second …
    func interleaved(_ data: [UInt8]) -> [UInt8] {
        let generator = ReedSolomon(degree: correctionCount)
        let shortLength = data.count / blockCount
        let shortBlocks = blockCount - data.count % blockCount
        var result = [UInt8](repeating: 0, count: totalCount)
        var start = 0
        for block in 0..<blockCount {
            let isLong = block >= shortBlocks
            let codewords = data[start..<(start + shortLength + (isLong ? 1 : 0))]
            start += codewords.count
            for (index, codeword) in codewords.prefix(shortLength).enumerated() { result[index * blockCount + block] = codeword }
            if isLong, let last = codewords.last { result[shortLength * blockCount + block - shortBlocks] = last }
            for (index, codeword) in generator.remainder(of: codewords).enumerated() {
                result[data.count + index * blockCount + block] = codeword
            }
        }
        return result
    }

    /// For each level and version.
    private static let correctionCounts: [[Int]] = [
        [
            7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30,
            30,
            30, 30, 30, 30, 30, 30, 30,
        ],
        [
            10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
            28, 28, 28, 28, 28, 28, 28, 28,
        ],
        [
            13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30, 30, 28, 30, 30, 30, 30, 30, 30,
            30, 30, 30, 30, 30, 30, 30, 30,
        ],
        [
            17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
            30, 30, 30, 30, 30, 30, 30, 30,
        ],
    ]

    /// For each level and version.
    private static let blockCounts: [[Int]] = [
        [
            1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22,
            24, 25,
        ],
        [
            1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38,
            40,
            43, 45, 47, 49,
        ],
        [
            1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43, 45, 48, 51, 53,
            56, 59, 62, 65, 68,
        ],
        [
            1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35, 37, 40, 42, 45, 48, 51, 54, 57, 60,
            63,
            66, 70, 74, 77, 81,
        ],
    ]
}
