/// Why there is nothing to report about a file.
public enum InspectionError: Error, Sendable, Hashable {
    /// Neither a PDF nor XML.
    case notRecognized
    /// The PDF is encrypted, which no archive format and no e-invoice allows.
    case encrypted
    /// The PDF is damaged beyond what can be mended.
    case unreadablePDF(reason: String)
    /// Reading the file would take more memory or time than any invoice needs.
    case tooComplex
}

extension InspectionError: CustomStringConvertible {
    /// One sentence that a person can act on.
    public var description: String {
        switch self {
        case .notRecognized: "the file is neither a PDF nor XML"
        case .encrypted: "the PDF is encrypted: send it without a password"
        case .unreadablePDF(let reason): "the PDF cannot be read: \(reason)"
        case .tooComplex: "the PDF unpacks to more data, or nests deeper, than an invoice needs"
        }
    }
}
