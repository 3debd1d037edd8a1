/// One thing that a profile with an e-invoice requires and a request lacks or has wrong.
public struct EInvoiceFault: Sendable, Hashable {
    /// The JSON path of the value, for example `$.to.vat_id`.
    public let path: String
    /// The business term or group of EN 16931-1: `BT-48`, `BG-25`.
    public let term: String
    /// The rule that wants it, as official validators name it: `BR-AE-02`.
    public let ruleID: String
    /// One sentence that a person can act on, with the term.
    public let message: String

    /// A fault of the value at `path`.
    public init(path: String, term: String, ruleID: String, message: String) {
        self.path = path
        self.term = term
        self.ruleID = ruleID
        self.message = "\(message) (\(term))"
    }
}
