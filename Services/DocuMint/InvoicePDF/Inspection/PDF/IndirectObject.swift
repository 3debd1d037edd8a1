/// One `5 0 obj … endobj` (ISO 32000-1 §7.3.10).
struct IndirectObject {
    let number: Int
    let value: PDFValue
    /// Whether the stream ends where its dictionary says.
    private(set) var hasRightLength = true
    /// Whether an end of a line stands before `endstream`.
    private(set) var hasLineEnd = true
    let hasBadHexadecimal: Bool

    /// Reads the object at `offset`; `nil` when there is none.
    ///
    /// - Parameters:
    ///   - budget: how many bytes may still be looked at: what hostile files overlap is read again and again.
    ///   - length: the number that a reference in `/Length` stands for.
    init?(at offset: Int, in bytes: [UInt8], budget: inout Int, length: (Int) -> Int?) throws(InspectionError) {
        guard bytes.indices.contains(offset) else { return nil }
        var lexer = PDFLexer(bytes, from: offset)
        guard case .value(.integer(let number)) = lexer.next(), case .value(.integer) = lexer.next(), case .keyword("obj") = lexer.next()
        else {
            return nil
        }
        self.number = number
        var parser = PDFParser(lexer: lexer)
        let (values, keyword) = try parser.values()
        hasBadHexadecimal = parser.lexer.hasBadHexadecimal
        budget -= parser.lexer.position - offset
        guard budget > 0 else { throw .tooComplex }
        guard keyword == "stream", let entries = values.first?.entries else {
            value = values.first ?? .null
            return
        }
        let start = Self.dataStart(in: bytes, at: parser.lexer.position)
        let claimed: Int? =
            switch entries["Length"] {
            case .integer(let count): count
            case .reference(let number): length(number)
            default: nil
            }
        if let claimed, claimed >= 0, claimed <= bytes.count - start, let lineEnd = Self.lineEnd(in: bytes, at: start + claimed) {
            value = .stream(PDFStream(entries: entries, range: start..<(start + claimed)))
            hasLineEnd = lineEnd > 0
            return
        }
        let end = Self.searchedEnd(in: bytes, from: start)
        budget -= end - start
        guard budget > 0 else { throw .tooComplex }
        hasRightLength = claimed == nil && entries["Length"]?.reference != nil
        value = .stream(PDFStream(entries: entries, range: start..<end))
    }

    private static func dataStart(in bytes: [UInt8], at place: Int) -> Int {
        guard place < bytes.count else { return bytes.count }
        if bytes[place] == 0x0A { return place + 1 }
        guard bytes[place] == 0x0D else { return place }
        return place + 1 < bytes.count && bytes[place + 1] == 0x0A ? place + 2 : place + 1
    }

    private static let keyword = Array("endstream".utf8)

    /// How many bytes of an end of a line stand at a place before `endstream`: 0, 1 or 2; `nil` when something else follows.
    private static func lineEnd(in bytes: [UInt8], at place: Int) -> Int? {
        let count = bytes[place...].prefix(2).prefix { $0 == 0x0D || $0 == 0x0A }.count
        return bytes[(place + count)...].starts(with: keyword) ? count : nil
    }

    private static func searchedEnd(in bytes: [UInt8], from start: Int) -> Int {
        var place = start
        while place + keyword.count <= bytes.count {
            if bytes[place] == keyword[0], bytes[place...].starts(with: keyword) {
                var end = place
                if end > start, bytes[end - 1] == 0x0A { end -= 1 }
                if end > start, bytes[end - 1] == 0x0D { end -= 1 }
                return end
            }
            place += 1
        }
        return bytes.count
    }
}
