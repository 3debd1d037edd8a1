extension ContainerRule {
    /// What every PDF has to be (ISO 32000-1).
    static let structure = [
        ContainerRule("PDF 7.4.4-1", .pdf, "Compressed data is whole and has the right checksum") { pdf in
            pdf.damagedStreams.map { "object \($0)" }
        },
        ContainerRule("PDF 7.5.2-1", .pdf, "The header is the first line of the file") { pdf in
            pdf.file.defects.leadingBytes == 0 ? [] : ["\(pdf.file.defects.leadingBytes) bytes stand before it"]
        },
        ContainerRule("PDF 7.5.4-1", .pdf, "The cross-reference table leads to every object") { pdf in
            let damage = pdf.file.defects.crossReferences
            return damage.isEmpty ? [] : ["\(damage); the objects were found by searching"]
        },
        ContainerRule("PDF 7.5.5-1", .pdf, "The file ends with %%EOF") { pdf in
            pdf.file.bytes.suffix(1_024).contains(sequence: "%%EOF") ? [] : ["it does not"]
        },
        ContainerRule("PDF 7.7.3-1", .pdf, "There are pages") { pdf in !pdf.pages.isEmpty },
        ContainerRule("PDF 7.8.2-1", .pdf, "The content of the pages can be unpacked") { pdf in
            pdf.unreadableStreams.map { "object \($0)" }
        },
        ContainerRule("PDF 7.8.3-1", .pdf, "What pages use is in their resources") { pdf in
            pdf.allScans.flatMap(\.missingResources).map { "\($0) is missing" }
        },
    ]
}

extension Collection<UInt8> {
    /// Whether the bytes of a text are among these.
    func contains(sequence text: String) -> Bool { firstRange(of: text.utf8) != nil }
}
