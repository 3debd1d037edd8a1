extension ContainerRule {
    /// Metadata in PDF/A-3 (ISO 19005-3 §6.6).
    static let archiveMetadata = [
        ContainerRule("PDF/A 6.6.2.1-1", .pdfA, "The metadata says no other encoding or length in its header") { pdf in
            guard let stream = pdf.file.resolved(pdf.catalog["Metadata"]).stream, let data = pdf.file.data(of: stream) else { return false }
            let header = data.prefix { $0 != UInt8(ascii: ">") }
            return !header.contains(sequence: "bytes=") && !header.contains(sequence: "encoding=")
        },
        ContainerRule("PDF/A 6.6.2.3-1", .pdfA, "Properties are of predefined schemas or described by an extension schema") { pdf in
            guard let metadata = pdf.metadata else { return [] }
            return metadata.properties.keys.filter { key in
                !XMPPacket.predefined.contains(key.namespace) && !(metadata.described[key.namespace]?.contains(key.name) ?? false)
            }.map { "\($0.name) of \($0.namespace)" }
        },
        ContainerRule("PDF/A 6.6.2.3-2", .pdfA, "Extension schemas are described in full") { pdf in pdf.metadata?.gaps ?? [] },
        // Part 1 demands it (ISO 19005-1 §6.7.3); part 3 has readers ignore the document information.
        ContainerRule("PDF/A 6.6.3-1", .pdfA, "Document information and metadata agree", isWarning: true) { pdf in pdf.disagreements },
        ContainerRule("PDF/A 6.6.4-1", .pdfA, "The metadata names part 1, 2, 3 or 4 of PDF/A") { pdf in
            ["1", "2", "3", "4"].contains(pdf.claims.pdfaPart)
        },
        ContainerRule("PDF/A 6.6.4-2", .pdfA, "The metadata names a level of conformance: A, B or U") { pdf in
            let levels = pdf.claims.pdfaPart == "4" ? ["", "E", "F"] : ["A", "B", "U"]
            return levels.contains(pdf.claims.pdfaConformance) ? [] : ["“\(pdf.claims.pdfaConformance)”"]
        },
        ContainerRule("PDF/A 6.7-1", .pdfA, "Level A: the document is tagged") { pdf in
            guard pdf.claims.pdfaConformance == "A" else { return true }
            return pdf.file.resolved(pdf.file.entries(pdf.catalog["MarkInfo"])["Marked"]).boolean == true && !pdf.structure.elements.isEmpty
        },
    ]
}

extension XMPPacket {
    /// The schemas of XMP 2005 and of PDF/A (ISO 19005-3 §6.6.2.3.1).
    fileprivate static let predefined: Set<String> = [
        dublinCore, basic, pdf, pdfa, "http://ns.adobe.com/xap/1.0/rights/", "http://ns.adobe.com/xap/1.0/mm/",
        "http://ns.adobe.com/xap/1.0/bj/",
        "http://ns.adobe.com/xap/1.0/t/pg/", "http://ns.adobe.com/xmp/1.0/DynamicMedia/", "http://ns.adobe.com/photoshop/1.0/",
        "http://ns.adobe.com/camera-raw-settings/1.0/", "http://ns.adobe.com/tiff/1.0/", "http://ns.adobe.com/exif/1.0/",
        "http://ns.adobe.com/exif/1.0/aux/",
    ]
}

extension InspectedPDF {
    /// The entries of the document information that the metadata tells otherwise.
    fileprivate var disagreements: [String] {
        guard let metadata else { return [] }
        let pairs: [(String, String?)] = [
            ("Title", metadata.text(XMPPacket.dublinCore, "title")),
            ("Author", metadata.properties[XMPPacket.Key(namespace: XMPPacket.dublinCore, name: "creator")]?.joined(separator: ", ")),
            ("Subject", metadata.text(XMPPacket.dublinCore, "description")),
            ("Keywords", metadata.text(XMPPacket.pdf, "Keywords")),
            ("Creator", metadata.text(XMPPacket.basic, "CreatorTool")),
            ("Producer", metadata.text(XMPPacket.pdf, "Producer")),
        ]
        var found = pairs.compactMap { key, told -> String? in
            guard let own = file.resolved(information[key]).text, !own.isEmpty else { return nil }
            return own.trimmingXMLSpace() == told ? nil : "\(key): “\(own)” and “\(told ?? "")”"
        }
        for (key, name) in [("CreationDate", "CreateDate"), ("ModDate", "ModifyDate")] {
            guard let own = file.resolved(information[key]).text else { continue }
            let told = metadata.text(XMPPacket.basic, name) ?? ""
            if PDFTimestamp(pdf: own) != PDFTimestamp(xmp: told) || PDFTimestamp(pdf: own) == nil {
                found.append("\(key): “\(own)” and “\(told)”")
            }
        }
        return found
    }
}
