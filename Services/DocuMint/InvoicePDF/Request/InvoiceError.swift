/// Why there is no invoice. Everything but ``fontUnusable(path:)`` is about the request.
public enum InvoiceError: Error, Hashable, Sendable {
    /// Values of the request are wrong: all that were found, never empty.
    case invalid([InvoiceFault])
    /// The request has not all that its e-invoice needs: all that is missing, never empty.
    case eInvoiceIncomplete([EInvoiceFault])
    /// No font has these characters; `paths` are the texts that contain them, for example `$.items[0].description`.
    case missingGlyph(characters: [Character], paths: [String])
    /// The invoice would have more pages than `limit`.
    case tooManyPages(limit: Int)
    /// The font file cannot be read, or is no TrueType font.
    case fontUnusable(path: String)
}

extension InvoiceError: CustomStringConvertible {
    /// One sentence that a person can act on.
    public var description: String {
        switch self {
        case .invalid(let faults):
            faults.map { "\($0.path): \($0.message)" }.joined(separator: "; ")
        case .eInvoiceIncomplete(let faults):
            faults.map { "\($0.path): \($0.message) [\($0.ruleID)]" }.joined(separator: "; ")
        case .missingGlyph(let characters, let paths):
            "no font has \(characters.map { "“\($0)”" }.joined(separator: ", ")) (in \(paths.joined(separator: ", ")))"
        case .tooManyPages(let limit):
            "the invoice would have more than \(limit) pages"
        case .fontUnusable(let path):
            "the font file \(path) cannot be read or is no TrueType font"
        }
    }
}
