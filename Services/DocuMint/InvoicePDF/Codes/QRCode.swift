/// A QR code (ISO/IEC 18004, model 2): a square of dark and light modules.
struct QRCode: Sendable, Hashable {
    /// How much of a code may be unreadable.
    enum Level: Int, Sendable, Comparable, CaseIterable {
        /// 7 %.
        case low
        /// 15 %.
        case medium
        /// 25 %.
        case quartile
        /// 30 %.
        case high

        static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    /// 1 … 40; each version has four modules more on a side.
    let version: Int
    /// How much of the code may be unreadable.
    let level: Level
    /// Which pattern the data was mixed with: 0 … 7.
    let mask: Int
    /// Row by row from the top; `true` is dark.
    let modules: [Bool]

    /// Modules on a side, without the quiet zone of four modules that belongs around it: 21 … 177.
    var size: Int { 17 + 4 * version }

    subscript(column: Int, row: Int) -> Bool { modules[row * size + column] }
}

extension QRCode {
    /// The smallest code for a text, in UTF-8; `nil` when it is too long for the largest of `versions`.
    ///
    /// - Parameters:
    ///   - level: how much of the code may be unreadable.
    ///   - versions: which sizes are allowed, 1 … 40.
    ///   - boostsErrorCorrection: whether a higher level is used where the same version has room for it.
    ///   - mask: 0 … 7, or `nil` for the one that is read best.
    init?(
        encoding text: String,
        level: Level,
        versions: ClosedRange<Int> = 1...40,
        boostsErrorCorrection: Bool = false,
        mask: Int? = nil
    ) {
        let segment = QRSegment(Array(text.utf8))
        guard let version = versions.first(where: { segment.bitCount(in: $0) <= 8 * QRBlocks(version: $0, level: level).dataCount }) else {
            return nil
        }
        let levels = boostsErrorCorrection ? Level.allCases.filter { $0 >= level } : [level]
        let fitting = levels.last { segment.bitCount(in: version) <= 8 * QRBlocks(version: version, level: $0).dataCount } ?? level
        let blocks = QRBlocks(version: version, level: fitting)
        let codewords = blocks.interleaved(segment.codewords(in: version, count: blocks.dataCount))
        var drawing = QRDrawing(version: version)
        drawing.draw(codewords)
        self.init(version: version, level: fitting, mask: mask ?? drawing.bestMask(for: fitting), drawing: drawing)
    }

    private init(version: Int, level: Level, mask: Int, drawing: QRDrawing) {
        self.version = version
        self.level = level
        self.mask = mask
        modules = drawing.masked(by: mask, level: level).modules
    }
}
