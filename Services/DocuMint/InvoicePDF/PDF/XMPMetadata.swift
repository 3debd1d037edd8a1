/// The properties of a document in XMP (ISO 16684-1), where PDF/A, PDF/UA and Factur-X look for what a file claims to be.
struct XMPMetadata {
    /// An XMP packet, in UTF-8.
    let bytes: [UInt8]

    /// - Parameters:
    ///   - isArchivable: whether the file claims to be PDF/A-3b and PDF/UA-1.
    ///   - attachment: the e-invoice in the file.
    init(_ properties: DocumentProperties, isArchivable: Bool, attachment: EInvoiceFile?) {
        var descriptions = Self.general(properties)
        if isArchivable {
            descriptions += Self.conformance
            let schemas = [ExtensionSchema.accessibility] + (attachment == nil ? [] : [.eInvoice])
            descriptions += ExtensionSchema.description(of: schemas)
        }
        if let attachment { descriptions += Self.eInvoice(attachment) }
        let packet = """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            \(descriptions)</rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """
        bytes = Array(packet.utf8)
    }

    private static func general(_ properties: DocumentProperties) -> String {
        let author = escaped(properties.author)
        let creator = author.isEmpty ? "" : "<dc:creator><rdf:Seq><rdf:li>\(author)</rdf:li></rdf:Seq></dc:creator>\n"
        let dates = properties.date.map { date in
            "<xmp:CreateDate>\(date)T00:00:00Z</xmp:CreateDate>\n<xmp:ModifyDate>\(date)T00:00:00Z</xmp:ModifyDate>\n"
        }
        return """
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
            xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(escaped(properties.title))</rdf:li></rdf:Alt></dc:title>
            \(creator)<xmp:CreatorTool>\(DocumentProperties.producer)</xmp:CreatorTool>
            \(dates ?? "")<pdf:Producer>\(DocumentProperties.producer)</pdf:Producer>
            </rdf:Description>

            """
    }

    /// ISO 19005-3 §6.6.4 and ISO 14289-1 §5.
    private static let conformance = """
        <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
        <pdfaid:part>3</pdfaid:part>
        <pdfaid:conformance>B</pdfaid:conformance>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfuaid="\(ExtensionSchema.accessibility.namespace)">
        <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>

        """

    private static func eInvoice(_ file: EInvoiceFile) -> String {
        """
        <rdf:Description rdf:about="" xmlns:fx="\(ExtensionSchema.eInvoice.namespace)">
        <fx:DocumentType>INVOICE</fx:DocumentType>
        <fx:DocumentFileName>\(escaped(file.name))</fx:DocumentFileName>
        <fx:Version>1.0</fx:Version>
        <fx:ConformanceLevel>\(escaped(file.conformanceLevel))</fx:ConformanceLevel>
        </rdf:Description>

        """
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\r": escaped += "&#13;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
