/// Judges a PDF by the standards that it claims: PDF/A-3, PDF/UA-1 and the container of Factur-X.
///
/// It tells apart what others' validators tell apart on invoices; it is no replacement for them on documents of every kind.
enum ContainerLinter {
    /// All rules, in the order of the standards.
    static let rules: [ContainerRule] =
        ContainerRule.structure + ContainerRule.archiveFile + ContainerRule.archiveColor + ContainerRule.archiveFonts
        + ContainerRule.archiveInteraction + ContainerRule.archiveMetadata + ContainerRule.archiveAttachments
        + ContainerRule.accessibleDocument
        + ContainerRule.accessibleStructure + ContainerRule.accessibleFonts + ContainerRule.facturX

    static func report(on pdf: InspectedPDF) -> ContainerReport {
        let standards = standards(of: pdf)
        let checks = rules.filter { standards.contains($0.standard) }.map { $0.check(pdf) }
        return ContainerReport(claims: pdf.claims, checks: checks, notes: notes(on: pdf, standards))
    }

    private static func standards(of pdf: InspectedPDF) -> Set<ContainerRule.Standard> {
        var standards: Set<ContainerRule.Standard> = [.pdf]
        if !pdf.claims.pdfaPart.isEmpty { standards.insert(.pdfA) }
        if !pdf.claims.pdfuaPart.isEmpty { standards.insert(.pdfUA) }
        if !pdf.claims.invoiceLevel.isEmpty || pdf.attachments.contains(where: \.isInvoice) { standards.insert(.facturX) }
        return standards
    }

    private static func notes(on pdf: InspectedPDF, _ standards: Set<ContainerRule.Standard>) -> [String] {
        var notes: [String] = []
        if !standards.contains(.pdfA) { notes.append("The metadata does not claim PDF/A, so its rules were not applied.") }
        if !standards.contains(.pdfUA) { notes.append("The metadata does not claim PDF/UA, so its rules were not applied.") }
        if !standards.contains(.facturX) { notes.append("There is no e-invoice in the file.") }
        if standards.contains(.pdfA), pdf.claims.pdfaPart != "3" {
            notes.append("The file claims part \(pdf.claims.pdfaPart) of PDF/A; it was judged by the rules of part 3.")
        }
        if let fault = pdf.metadataFault { notes.append("Metadata: \(fault).") }
        let unmeasured = pdf.fonts.filter {
            $0.isEmbedded && !$0.isType3 && !($0.program?.isTrueType == true && $0.hasIdentityEncoding(in: pdf.file))
        }
        if !unmeasured.isEmpty {
            let names = unmeasured.prefix(3).map(\.name).joined(separator: ", ") + (unmeasured.count > 3 ? ", …" : "")
            notes.append("Widths were not compared for \(names): only those of composite TrueType fonts are.")
        }
        return notes
    }
}
