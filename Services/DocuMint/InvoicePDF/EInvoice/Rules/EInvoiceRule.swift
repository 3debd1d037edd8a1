/// One rule that an e-invoice has to keep: of EN 16931-1, or of XRechnung.
struct EInvoiceRule: Sendable {
    /// What a broken rule means.
    enum Severity: Sendable, Hashable {
        /// The invoice will be refused.
        case fatal
        /// The invoice is accepted all the same.
        case warning
    }

    /// Where a rule is broken.
    enum Place: Sendable, Hashable {
        case document
        /// BG-25, counted from 0; so are the others.
        case line(Int)
        /// BG-23.
        case subtotal(Int)
        /// BG-20.
        case allowance(Int)
        /// BG-21.
        case charge(Int)
    }

    /// One breach of a rule.
    struct Breach: Sendable, Hashable {
        var place = Place.document
        /// The term that is missing or wrong.
        var term: String
        /// Within what the official validators accept.
        var isTolerated = false
    }

    /// As the official validators write it: `BR-CO-10`.
    let id: String
    /// What the rule wants, in one sentence.
    let text: String
    /// The terms that it is about: `BT-106`.
    let terms: [String]
    /// What a breach means.
    let severity: Severity
    /// Finds the breaches.
    let check: @Sendable (EInvoice) -> [Breach]
}
