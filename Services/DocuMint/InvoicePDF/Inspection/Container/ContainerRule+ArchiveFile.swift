extension ContainerRule {
    /// The file structure of PDF/A-3 (ISO 19005-3 §6.1).
    static let archiveFile = [
        ContainerRule("PDF/A 6.1.2-1", .pdfA, "The file begins with %PDF-1.n and the end of a line") { pdf in
            let header = pdf.file.bytes.prefix(9)
            let isSound =
                pdf.file.defects.leadingBytes == 0 && header.starts(with: "%PDF-1.".utf8) && header.count == 9
                && (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(header[7]) && [0x0A, 0x0D].contains(header[8])
            return isSound ? [] : ["it begins with “\(String(decoding: header, as: UTF8.self))”"]
        },
        ContainerRule("PDF/A 6.1.2-2", .pdfA, "A comment of four bytes above 127 follows the header") { pdf in
            let rest = pdf.file.bytes.dropFirst(8).drop { $0 == 0x0A || $0 == 0x0D }
            return rest.first == UInt8(ascii: "%") && rest.dropFirst().prefix(4).count { $0 > 127 } == 4
        },
        ContainerRule("PDF/A 6.1.3-1", .pdfA, "The trailer has an ID of two byte strings") { pdf in
            let parts = pdf.file.array(pdf.file.trailer["ID"]).map { pdf.file.resolved($0).bytes ?? [] }
            return parts.count == 2 && !parts.contains([])
        },
        ContainerRule("PDF/A 6.1.3-3", .pdfA, "Nothing follows the last %%EOF but the end of its line") { pdf in
            let tail = pdf.file.bytes.reversed()
            let lineEnd = tail.prefix(2).prefix { $0 == 0x0A || $0 == 0x0D }
            let isOneLine = lineEnd.count < 2 || Array(lineEnd) == [0x0A, 0x0D]
            return isOneLine && tail.dropFirst(lineEnd.count).starts(with: "FOE%%".utf8)
        },
        ContainerRule("PDF/A 6.1.6-1", .pdfA, "Hexadecimal strings are pairs of digits") { pdf in
            pdf.file.defects.badHexadecimal.map { "object \($0)" }
        },
        ContainerRule("PDF/A 6.1.7.1-1", .pdfA, "Streams are as long as their Length says") { pdf in
            pdf.file.defects.wrongLengths.map { "object \($0)" }
        },
        ContainerRule("PDF/A 6.1.7.1-2", .pdfA, "The end of a line stands before endstream") { pdf in
            pdf.file.defects.missingLineEnds.map { "object \($0)" }
        },
        ContainerRule("PDF/A 6.1.7.1-3", .pdfA, "No stream is kept in another file") { pdf in
            pdf.streams.filter { stream in ["F", "FFilter", "FDecodeParms"].contains { stream.entries[$0] != nil } }.map {
                "object \($0.number)"
            }
        },
        ContainerRule("PDF/A 6.1.7.2-1", .pdfA, "Streams use the filters of PDF 1.7, and neither LZW nor Crypt") { pdf in
            let allowed = [
                "ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode", "JBIG2Decode", "DCTDecode",
                "JPXDecode",
            ]
            return pdf.streams.flatMap { stream in
                StreamFilters.names(of: ["Filter": stream.entries["Filter"] ?? .null], in: pdf.file).filter { !allowed.contains($0) }
                    .map { "\($0) in object \(stream.number)" }
            } + pdf.allScans.flatMap(\.badInlineImages).filter { $0 == "LZW" }.map { "\($0) in an inline image" }
        },
        ContainerRule("PDF/A 6.1.13-1", .pdfA, "Numbers, strings and names are within the limits of PDF 1.7") { pdf in
            pdf.dictionaries.flatMap { number, entries in
                entries.compactMap { key, value in
                    let isWithin: Bool =
                        switch value {
                        case .integer(let integer): Int32(exactly: integer) != nil
                        case .string(let bytes): bytes.count <= 32_767
                        case .name(let name): name.utf8.count <= 127
                        default: true
                        }
                    return isWithin && key.utf8.count <= 127 ? nil : "\(key.prefix(20)) in object \(number)"
                }
            }
        },
        ContainerRule("PDF/A 6.1.13-8", .pdfA, "Graphics states nest at most 28 deep") { pdf in
            pdf.allScans.contains { $0.stateDepth > 28 } ? ["they nest deeper"] : []
        },
        ContainerRule("PDF/A 6.2.2-1", .pdfA, "Content uses only the operators of PDF 1.7") { pdf in
            pdf.allScans.flatMap(\.unknownOperators).map { "“\($0)”" }
        },
    ]
}

extension InspectedPDF {
    /// The dictionaries of all streams.
    var streams: [(number: Int, entries: [String: PDFValue])] {
        file.objects.compactMap { number, value in value.stream.map { (number, $0.entries) } }
    }
}
