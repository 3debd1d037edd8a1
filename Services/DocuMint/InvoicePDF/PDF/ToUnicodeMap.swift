/// The map from the codes of a font back to text (ISO 32000-1 §9.10.3), which makes text searchable and copyable.
struct ToUnicodeMap {
    let text: String

    init(of font: EmbeddedFont) {
        let entries = font.glyphs.compactMap { glyph -> String? in
            let text = font.usage.text(of: glyph)
            guard !text.isEmpty else { return nil }
            return "<\(PDFText.hexadecimal(font.subset.glyph(for: glyph)))> <\(PDFText.hexadecimal(text))>\n"
        }
        // A block has at most 100 entries.
        let blocks = stride(from: 0, to: entries.count, by: 100).map { start in
            let block = entries[start...].prefix(100)
            return "\(block.count) beginbfchar\n\(block.joined())endbfchar\n"
        }
        text = """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            \(blocks.joined())endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end
            """
    }
}
