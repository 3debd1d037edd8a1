extension ContainerRule {
    /// Embedded files in PDF/A-3 (ISO 19005-3 §6.8).
    static let archiveAttachments = [
        ContainerRule("PDF/A 6.8-1", .pdfA, "Embedded files have a media type") { pdf in
            pdf.attachments.filter { !(pdf.file.resolved($0.stream.entries["Subtype"]).name?.contains("/") ?? false) }.map(\.name)
        },
        ContainerRule("PDF/A 6.8-2", .pdfA, "Embedded files have their name in F and in UF") { pdf in
            pdf.attachments.filter { file in
                ["F", "UF"].contains { (pdf.file.resolved(file.specification[$0]).text ?? "").isEmpty }
            }.map(\.name)
        },
        ContainerRule("PDF/A 6.8-3", .pdfA, "Embedded files say what they are to the document: AFRelationship") { pdf in
            let relationships = ["Source", "Data", "Alternative", "Supplement", "Unspecified", "EncryptedPayload", "FormData", "Schema"]
            return pdf.attachments.filter { !relationships.contains(pdf.file.resolved($0.specification["AFRelationship"]).name ?? "") }.map(
                \.name
            )
        },
        ContainerRule("PDF/A 6.8-4", .pdfA, "Embedded files are associated with the document or a part of it: AF") { pdf in
            let associated = Set(pdf.values(of: "AF").flatMap { $0.array ?? [] }.compactMap(\.reference))
            return pdf.attachments.filter { file in
                !file.isAssociated && !(file.number.map(associated.contains) ?? false)
            }.map(\.name)
        },
        ContainerRule("PDF/A 6.8-5", .pdfA, "Embedded files say when they were changed: Params with ModDate") { pdf in
            pdf.attachments.filter { file in
                let parameters = pdf.file.entries(file.stream.entries["Params"])
                return pdf.file.resolved(parameters["ModDate"]).text.flatMap { PDFTimestamp(pdf: $0) } == nil
            }.map(\.name)
        },
    ]

    /// The container of Factur-X 1.0 and ZUGFeRD 2 (specification §6).
    static let facturX = [
        ContainerRule("Factur-X 6.1-1", .facturX, "The PDF claims PDF/A-3") { pdf in
            pdf.claims.pdfaPart == "3" ? [] : ["it claims \(pdf.claims.pdfaPart.isEmpty ? "no PDF/A" : "part \(pdf.claims.pdfaPart)")"]
        },
        ContainerRule("Factur-X 6.2-1", .facturX, "The e-invoice is embedded under the name that the metadata gives") { pdf in
            pdf.attachments.contains { $0.name == pdf.claims.invoiceFileName && $0.isInvoice }
                ? []
                : [
                    "the metadata gives “\(pdf.claims.invoiceFileName)”, there is \(pdf.attachments.map { "“\($0.name)”" }.joined(separator: ", "))"
                ]
        },
        ContainerRule("Factur-X 6.2-2", .facturX, "The e-invoice is listed among the embedded files and associated with the document") {
            pdf in
            pdf.attachments.filter(\.isInvoice).filter { !$0.isNamed || !$0.isAssociated }.map {
                "\($0.name) is not in \($0.isNamed ? "AF" : "Names")"
            }
        },
        ContainerRule("Factur-X 6.2-3", .facturX, "The relationship of the e-invoice is Alternative, Source or Data") { pdf in
            pdf.attachments.filter(\.isInvoice).map { pdf.file.resolved($0.specification["AFRelationship"]).name ?? "" }
                .filter { !["Alternative", "Source", "Data"].contains($0) }.map { "it is “\($0)”" }
        },
        ContainerRule("Factur-X 6.2-4", .facturX, "The media type of the e-invoice is text/xml") { pdf in
            pdf.attachments.filter(\.isInvoice).map { pdf.file.resolved($0.stream.entries["Subtype"]).name ?? "" }
                .filter { !["text/xml", "application/xml"].contains($0) }.map { "it is “\($0)”" }
        },
        ContainerRule("Factur-X 6.3-1", .facturX, "The metadata has the schema of Factur-X or ZUGFeRD") { pdf in
            !pdf.claims.invoiceLevel.isEmpty
        },
        ContainerRule("Factur-X 6.3-2", .facturX, "The metadata says that the document is an invoice") { pdf in
            pdf.invoiceProperty("DocumentType") == "INVOICE" ? [] : ["it says “\(pdf.invoiceProperty("DocumentType"))”"]
        },
        ContainerRule("Factur-X 6.3-3", .facturX, "The metadata names a version") { pdf in
            let version = pdf.invoiceProperty("Version")
            return ["1.0", "2p0", "2.0", "1p0", "3.0", "2.1", "2.2", "2.3"].contains(version) ? [] : ["“\(version)”"]
        },
        ContainerRule("Factur-X 6.3-4", .facturX, "The metadata names a known level") { pdf in
            FacturXLevel.names.contains(pdf.claims.invoiceLevel) ? [] : ["“\(pdf.claims.invoiceLevel)”"]
        },
        ContainerRule("Factur-X 6.3-5", .facturX, "The level is that of the e-invoice (BT-24)") { pdf in
            guard let invoice = pdf.invoice, FacturXLevel.names.contains(pdf.claims.invoiceLevel) else { return [] }
            let level = FacturXLevel.level(of: invoice.specification)
            return level == pdf.claims.invoiceLevel
                ? [] : ["the metadata says \(pdf.claims.invoiceLevel), the e-invoice “\(invoice.specification)”"]
        },
    ]
}

extension InspectedPDF {
    fileprivate func invoiceProperty(_ name: String) -> String {
        metadata?.invoiceText(name) ?? ""
    }
}

/// The levels of Factur-X, as metadata spells them.
enum FacturXLevel {
    static let names = ["MINIMUM", "BASIC WL", "BASIC", "COMFORT", "EN 16931", "EXTENDED", "XRECHNUNG"]

    /// The level of a guideline (BT-24); `nil` when it is of none.
    static func level(of guideline: String) -> String? {
        if guideline.contains("xrechnung") { return "XRECHNUNG" }
        if guideline.hasSuffix(":minimum") { return "MINIMUM" }
        if guideline.hasSuffix(":basicwl") { return "BASIC WL" }
        if guideline.hasSuffix(":basic") { return "BASIC" }
        if guideline.hasSuffix(":extended") { return "EXTENDED" }
        if guideline.hasSuffix(":comfort") { return "COMFORT" }
        return guideline == "urn:cen.eu:en16931:2017" ? "EN 16931" : nil
    }
}
