/// Which codes a `ToUnicode` map (ISO 32000-1 §9.10.3) knows, and which it maps to what is no character.
struct ToUnicodeReader {
    private(set) var codes: Set<Int> = []
    /// Codes that are mapped to U+0000, U+FEFF or U+FFFE, which stand for nothing.
    private(set) var emptyCodes: Set<Int> = []

    private static let maximumCodes = 200_000

    init(_ bytes: [UInt8]) {
        var parser = PDFParser(lexer: PDFLexer(bytes))
        var budget = Self.maximumCodes
        while let (values, keyword) = try? parser.values(), let keyword, budget > 0 {
            switch keyword {
            case "endbfchar":
                for index in stride(from: 0, to: values.count - 1, by: 2) {
                    add(Self.number(values[index]), values[index + 1])
                    budget -= 1
                }
            case "endbfrange":
                for index in stride(from: 0, to: values.count - 2, by: 3) where budget > 0 {
                    let first = Self.number(values[index])
                    let last = Self.number(values[index + 1])
                    guard first <= last, last - first < 65_536 else { continue }
                    for code in first...last { add(code, code == first ? values[index + 2] : .null) }
                    budget -= last - first + 1
                }
            default: break
            }
        }
    }

    private mutating func add(_ code: Int, _ target: PDFValue) {
        codes.insert(code)
        if let bytes = target.bytes, [[], [0, 0], [0xFE, 0xFF], [0xFF, 0xFE]].contains(bytes) { emptyCodes.insert(code) }
    }

    private static func number(_ value: PDFValue) -> Int {
        (value.bytes ?? []).prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }
}
