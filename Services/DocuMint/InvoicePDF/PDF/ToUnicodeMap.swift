/// The map from the codes of a font back to text (ISO 32000-1 §9.10.3), which makes text searchable and copyable.
struct ToUnicodeMap {
    private(set) var bytes: [UInt8] = []

    init(of font: EmbeddedFont) {
        let entries = font.subset.glyphs.lazy.map { (code: font.subset.entry(for: $0).code, text: font.usage.text(of: $0)) }
            .filter { !$0.text.isEmpty }
        bytes.append(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """
        )
        append(Array(entries))
        bytes.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
    }

    /// Blocks of at most 100 entries.
    private mutating func append(_ entries: [(code: UInt16, text: [Unicode.Scalar])]) {
        for start in stride(from: 0, to: entries.count, by: 100) {
            let block = entries[start...].prefix(100)
            bytes.append("\(block.count) beginbfchar\n")
            for (code, text) in block {
                bytes.append("<")
                bytes.append(hexadecimal: code)
                bytes.append("> <")
                for unit in text.lazy.flatMap(\.utf16) { bytes.append(hexadecimal: unit) }
                bytes.append(">\n")
            }
            bytes.append("endbfchar\n")
        }
    }
}
