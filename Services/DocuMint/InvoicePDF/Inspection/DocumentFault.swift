/// One thing in an e-invoice that could not be read.
public struct DocumentFault: Sendable, Hashable {
    /// Where it stands, as XPath writes it with local names: `/CrossIndustryInvoice/ExchangedDocument/IssueDateTime`; empty when the file
    /// as a whole is at fault.
    public let location: String
    /// One sentence that a person can act on.
    public let message: String
}
