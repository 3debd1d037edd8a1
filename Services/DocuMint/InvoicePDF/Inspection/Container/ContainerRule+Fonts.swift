extension ContainerRule {
    /// Fonts in PDF/A-3 (ISO 19005-3 §6.2.11).
    static let archiveFonts = [
        ContainerRule("PDF/A 6.2.11.3.1-1", .pdfA, "Composite fonts say which characters they hold, as their CMap does") { pdf in
            pdf.fonts.filter(\.isComposite).filter { !$0.hasCompatibleSystem(in: pdf.file) }.map(\.name)
        },
        ContainerRule("PDF/A 6.2.11.3.2-1", .pdfA, "CIDFontType2 has a CIDToGIDMap, Identity or a stream") { pdf in
            pdf.fonts.filter { $0.descendant["Subtype"] == .name("CIDFontType2") && $0.isEmbedded }.filter {
                let map = pdf.file.resolved($0.descendant["CIDToGIDMap"])
                return map.stream == nil && map.name != "Identity"
            }.map(\.name)
        },
        ContainerRule("PDF/A 6.2.11.3.3-1", .pdfA, "CMaps are Identity, predefined or embedded") { pdf in
            pdf.fonts.filter(\.isComposite).filter {
                let encoding = pdf.file.resolved($0.entries["Encoding"])
                return encoding.stream == nil && !(encoding.name.map(InspectedFont.isPredefined) ?? false)
            }.map(\.name)
        },
        ContainerRule("PDF/A 6.2.11.4.1-1", .pdfA, "Fonts are embedded") { pdf in pdf.fonts.filter { !$0.isEmbedded }.map(\.name) },
        ContainerRule("PDF/A 6.2.11.4.1-2", .pdfA, "Embedded fonts have the glyphs that are shown") { pdf in
            pdf.fonts.filter { !$0.missingGlyphs(in: pdf.file).isEmpty }.map(\.name)
        },
        ContainerRule("PDF/A 6.2.11.5-1", .pdfA, "Widths are those of the font program, to 1/1000 of an em") { pdf in
            pdf.fonts.flatMap { $0.wrongWidths(in: pdf.file) }
        },
        ContainerRule("PDF/A 6.2.11.7.2-1", .pdfA, "Levels A and U: fonts lead to Unicode") { pdf in
            guard ["A", "U"].contains(pdf.claims.pdfaConformance) else { return [] }
            return pdf.fonts.flatMap { $0.unmappedCodes(in: pdf.file) }
        },
        ContainerRule("PDF/A 6.2.11.8-1", .pdfA, "The glyph .notdef is not shown") { pdf in
            pdf.fonts.filter { $0.showsNotdef(in: pdf.file) }.map(\.name)
        },
    ]

    /// Fonts in PDF/UA-1 (ISO 14289-1 §7.21).
    static let accessibleFonts = [
        ContainerRule("PDF/UA 7.21.4.1-1", .pdfUA, "Fonts are embedded") { pdf in pdf.fonts.filter { !$0.isEmbedded }.map(\.name) },
        ContainerRule("PDF/UA 7.21.5-1", .pdfUA, "Widths are those of the font program, to 1/1000 of an em") { pdf in
            pdf.fonts.flatMap { $0.wrongWidths(in: pdf.file) }
        },
        ContainerRule("PDF/UA 7.21.7-1", .pdfUA, "Fonts lead to Unicode") { pdf in pdf.fonts.flatMap { $0.unmappedCodes(in: pdf.file) } },
        ContainerRule("PDF/UA 7.21.8-1", .pdfUA, "The glyph .notdef is not shown") { pdf in
            pdf.fonts.filter { $0.showsNotdef(in: pdf.file) }.map(\.name)
        },
    ]
}

extension InspectedFont {
    /// ISO 32000-1 table 118: all predefined CMaps end with H or V.
    static func isPredefined(_ name: String) -> Bool { name.hasSuffix("-H") || name.hasSuffix("-V") || name == "H" || name == "V" }

    fileprivate func hasCompatibleSystem(in file: PDFFile) -> Bool {
        let system = file.entries(descendant["CIDSystemInfo"])
        guard let registry = file.resolved(system["Registry"]).text, let ordering = file.resolved(system["Ordering"]).text,
            file.resolved(system["Supplement"]).integer != nil
        else { return false }
        guard let map = file.resolved(entries["Encoding"]).stream else { return true }
        let other = file.entries(map.entries["CIDSystemInfo"])
        return file.resolved(other["Registry"]).text == registry && file.resolved(other["Ordering"]).text == ordering
    }

    /// The glyphs that are shown with their CIDs, where both are known.
    private func shownGlyphs(in file: PDFFile) -> [(cid: Int, glyph: Int)] {
        guard let program, program.isTrueType, hasIdentityEncoding(in: file) else { return [] }
        return codes.map { ($0, glyph($0)) }
    }

    fileprivate func missingGlyphs(in file: PDFFile) -> [Int] {
        shownGlyphs(in: file).filter { program?.width($0.glyph) == nil }.map(\.cid)
    }

    fileprivate func wrongWidths(in file: PDFFile) -> [String] {
        shownGlyphs(in: file).compactMap { cid, glyph in
            guard let width = program?.width(glyph), abs(width - self.width(cid)) > 1 else { return nil }
            return "\(name): CID \(cid)"
        }
    }

    fileprivate func showsNotdef(in file: PDFFile) -> Bool {
        guard hasIdentityEncoding(in: file) else { return false }
        return codes.contains(0) || shownGlyphs(in: file).contains { $0.glyph == 0 }
    }

    /// Codes without Unicode. Simple fonts with a standard encoding need no map (ISO 32000-1 §9.10.2).
    fileprivate func unmappedCodes(in file: PDFFile) -> [String] {
        guard let unicode else {
            let encoding = file.resolved(entries["Encoding"])
            let isKnown = !isComposite && !isType3 && encoding != .null && encoding.entries?["Differences"] == nil
            return isKnown || codes.isEmpty ? [] : ["\(name) has no map"]
        }
        return codes.filter { !unicode.codes.contains($0) || unicode.emptyCodes.contains($0) }.map { "\(name): code \($0)" }
    }
}
