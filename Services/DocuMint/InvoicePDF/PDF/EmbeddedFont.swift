/// One font of a document: its subset, and how the content refers to it.
struct EmbeddedFont {
    /// The name of the font in the resources of a page.
    let resourceName: String
    let subset: FontSubset
    let usage: GlyphUsage
    /// The original glyphs, in ascending order.
    let glyphs: [GlyphID]
    let face: FontFace

    /// - Throws: ``InvoiceError/fontUnusable(path:)`` when the font cannot be reduced.
    init(_ face: FontFace, resourceName: String, usage: GlyphUsage) throws(InvoiceError) {
        glyphs = usage.glyphs
        guard let subset = FontSubset(of: face, glyphs: glyphs) else { throw .fontUnusable(path: face.file.path) }
        self.resourceName = resourceName
        self.subset = subset
        self.usage = usage
        self.face = face
    }

    /// Font units in thousandths of an em, the unit of PDF (§9.2.4).
    func thousandths(_ units: Int) -> String {
        PDFText.number(Double(units) * 1_000 / Double(face.metrics.unitsPerEm))
    }
}

extension EmbeddedFont {
    /// Writes the composite font (ISO 32000-1 §9.7) with its descendant, descriptor, program and map to Unicode.
    func write(to writer: inout PDFWriter) -> PDFReference {
        let program = writer.writeStream(subset.bytes, entries: "/Length1 \(subset.bytes.count) ")
        let descriptor = writer.write(descriptor(program: program))
        let descendant = writer.write(
            """
            << /Type /Font /Subtype /CIDFontType2 /BaseFont /\(name) \
            /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> \
            /FontDescriptor \(descriptor) /CIDToGIDMap /Identity \
            /W [0 [\(subset.advances.map(thousandths).joined(separator: " "))]] >>
            """
        )
        let toUnicode = writer.writeStream(Array(ToUnicodeMap(of: self).text.utf8))
        return writer.write(
            """
            << /Type /Font /Subtype /Type0 /BaseFont /\(name) /Encoding /Identity-H \
            /DescendantFonts [\(descendant)] /ToUnicode \(toUnicode) >>
            """
        )
    }

    /// The name of the font with the tag of its subset, which depends on the glyphs alone: `ABCDEF+NotoSans-Regular`.
    private var name: String {
        var hash = StableHash()
        for glyph in glyphs {
            hash.add([UInt8(glyph >> 8), UInt8(glyph & 0xFF)])
        }
        return "\(hash.letters)+\(face.metrics.postScriptName)"
    }

    private func descriptor(program: PDFReference) -> String {
        let metrics = face.metrics
        let box = metrics.boundingBox.map(thousandths).joined(separator: " ")
        // Symbolic (flag 4), since its codes are glyph numbers. StemV is required but unused for embedded outlines.
        return """
            << /Type /FontDescriptor /FontName /\(name) /Flags 4 /FontBBox [\(box)] /ItalicAngle 0 \
            /Ascent \(thousandths(metrics.ascent)) /Descent \(thousandths(metrics.descent)) \
            /CapHeight \(thousandths(metrics.capHeight)) /StemV 80 /FontFile2 \(program) >>
            """
    }
}
