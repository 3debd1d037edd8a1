/// One font of a document: its subset, and how the content refers to it.
struct EmbeddedFont {
    /// The name of the font in the resources of a page.
    let resourceName: String
    let subset: FontSubset
    let usage: GlyphUsage
    let face: FontFace

    /// - Throws: ``InvoiceError/fontUnusable(path:)`` when the font cannot be reduced.
    init(_ face: FontFace, resourceName: String, usage: GlyphUsage, subsets: SubsetCache) throws(InvoiceError) {
        guard let subset = subsets.subset(of: face, glyphs: usage.glyphs) else { throw .fontUnusable(path: face.file.path) }
        self.resourceName = resourceName
        self.subset = subset
        self.usage = usage
        self.face = face
    }

    /// Font units in thousandths of an em, the unit of PDF (§9.2.4).
    func thousandths(_ units: Int) -> Double {
        Double(units) * 1_000 / Double(face.metrics.unitsPerEm)
    }
}

extension EmbeddedFont {
    /// Writes the composite font (ISO 32000-1 §9.7) with its descendant, descriptor, program and map to Unicode.
    func write(to writer: inout PDFWriter) -> PDFReference {
        let program = writer.writeStream(subset.program, entries: programEntries, filter: .deflated)
        let descriptor = writer.write(descriptor(program: program))
        let descendant = writer.reserve()
        writer.write(as: descendant) { bytes in
            bytes.append("<< /Type /Font \(kind) /BaseFont /\(name) /CIDSystemInfo \(collection) /FontDescriptor \(descriptor) /W [")
            append(widths: &bytes)
            bytes.append("] >>")
        }
        let toUnicode = writer.writeStream(ToUnicodeMap(of: self).bytes)
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
        for glyph in subset.glyphs {
            hash.add([UInt8(glyph >> 8), UInt8(glyph & 0xFF)])
        }
        return "\(hash.letters)+\(face.metrics.postScriptName)"
    }

    /// The kind of CID font (§9.7.4).
    private var kind: String {
        switch face.outlines {
        case .glyf: "/Subtype /CIDFontType2 /CIDToGIDMap /Identity"
        case .cff, .cidKeyedCFF: "/Subtype /CIDFontType0"
        }
    }

    /// That of the font program, as ISO 19005-3 §6.2.11.3 asks.
    private var collection: String {
        guard case .cidKeyedCFF(let collection) = face.outlines else {
            return "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        }
        return "<< /Registry (\(collection.registry)) /Ordering (\(collection.ordering)) /Supplement \(collection.supplement) >>"
    }

    private var programEntries: String {
        switch face.outlines {
        case .glyf: "/Length1 \(subset.programLength) "
        case .cff, .cidKeyedCFF: "/Subtype /CIDFontType0C "
        }
    }

    /// Runs of neighbouring codes with their widths (§9.7.4.3).
    private func append(widths bytes: inout [UInt8]) {
        var previous: UInt16?
        for (code, advance) in subset.widths {
            if let previous, code == previous + 1 {
                bytes.append(" ")
            } else {
                if previous != nil { bytes.append("] ") }
                bytes.append(integer: Int(code))
                bytes.append(" [")
            }
            bytes.append(real: thousandths(advance))
            previous = code
        }
        if previous != nil { bytes.append("]") }
    }

    private func descriptor(program: PDFReference) -> String {
        let metrics = face.metrics
        let box = metrics.boundingBox.map { PDFText.number(thousandths($0)) }.joined(separator: " ")
        let key =
            switch face.outlines {
            case .glyf: "FontFile2"
            case .cff, .cidKeyedCFF: "FontFile3"
            }
        // Symbolic (flag 4), since its codes are no characters of the standard Latin set.
        return """
            << /Type /FontDescriptor /FontName /\(name) /Flags 4 /FontBBox [\(box)] /ItalicAngle 0 \
            /Ascent \(PDFText.number(thousandths(metrics.ascent))) /Descent \(PDFText.number(thousandths(metrics.descent))) \
            /CapHeight \(PDFText.number(thousandths(metrics.capHeight))) /StemV \(metrics.stemWidth) /\(key) \(program) >>
            """
    }
}
