/// What was found in a document: the same for a PDF with an e-invoice in it and for the bare XML of one.
public struct DocumentReport: Sendable {
    /// What was handed in.
    public enum Kind: Sendable, Hashable {
        case pdf
        case xml
    }

    /// What was handed in.
    public let kind: Kind
    /// What the PDF claims to be and whether it is; `nil` for XML.
    public let container: ContainerReport?
    /// The e-invoice as it was found, or `nil` when the PDF has none.
    public let xml: [UInt8]?
    /// What is wrong with the XML before any business rule: syntax, and values that are no number or no day.
    public let faults: [DocumentFault]
    /// The e-invoice as far as it could be read; `nil` when there is none, or when it is no invoice that is understood.
    let invoice: EInvoice?

    /// What the rules of EN 16931 say of the e-invoice; `nil` when there is none that is understood.
    public var business: BusinessReport? { invoice.map(BusinessReport.init) }
}

/// What a PDF claims to be, and which rules of that it keeps.
public struct ContainerReport: Sendable, Hashable {
    /// What the PDF claims to be.
    public let claims: ContainerClaims
    /// Every rule that applies to the claims, in the order of the standards.
    public let checks: [ContainerCheck]
    /// What was not judged, and why; for a person.
    public let notes: [String]

    /// Whether every rule is kept that is more than good practice.
    public var passed: Bool { checks.allSatisfy { $0.passed || $0.isWarning } }
}

/// The standards that the metadata of a PDF names.
public struct ContainerClaims: Sendable, Hashable {
    /// `3` of PDF/A-3b; empty when no PDF/A is claimed.
    public var pdfaPart = ""
    /// `B` of PDF/A-3b.
    public var pdfaConformance = ""
    /// `1` of PDF/UA-1; empty when not claimed.
    public var pdfuaPart = ""
    /// The level that the Factur-X schema of the metadata names: `EN 16931`; empty without that schema.
    public var invoiceLevel = ""
    /// The name of the e-invoice that the metadata gives.
    public var invoiceFileName = ""
    /// The names of all files in the PDF.
    public var attachments: [String] = []
}

/// One rule of a standard, applied to one PDF.
public struct ContainerCheck: Sendable, Hashable {
    /// The standard and its clause: `PDF/A 6.1.2-1`.
    public let id: String
    /// What the rule demands.
    public let title: String
    /// Whether the PDF does it.
    public let passed: Bool
    /// Whether the rule is good practice that the standard does not demand.
    public let isWarning: Bool
    /// What breaks the rule; empty when it is kept.
    public let detail: String
}
