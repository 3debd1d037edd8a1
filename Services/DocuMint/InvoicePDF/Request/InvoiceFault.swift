/// One thing wrong with one value of a request.
public struct InvoiceFault: Sendable, Hashable {
    /// What kind of fault; the raw value is a stable code for programs.
    public enum Kind: String, Sendable, Hashable {
        /// There are no items.
        case itemsRequired = "items_required"
        /// There are more than ``InvoiceRequest/maximumItems`` items.
        case tooManyItems = "too_many_items"
        /// The number, or an amount that follows from it, does not fit.
        case numberOutOfRange = "number_out_of_range"
        /// A tax rate below 0 or above 1.
        case taxRateNotAFraction = "tax_rate_not_a_fraction"
        /// A text of more than ``InvoiceRequest/maximumTextLength`` bytes.
        case textTooLong = "text_too_long"
        /// A currency symbol of more than ``InvoiceRequest/maximumSymbolLength`` characters.
        case symbolTooLong = "symbol_too_long"
    }

    /// The JSON path of the value, for example `$.items[0].quantity`.
    public let path: String
    /// What is wrong with it.
    public let kind: Kind

    /// A fault of the value at `path`.
    public init(path: String, kind: Kind) {
        self.path = path
        self.kind = kind
    }

    /// One sentence that a person can act on.
    public var message: String {
        switch kind {
        case .itemsRequired: "items is required and must be a non-empty array"
        case .tooManyItems: "an invoice has at most \(InvoiceRequest.maximumItems) items"
        case .numberOutOfRange: "the number, or an amount computed from it, is too large or has too many digits"
        case .taxRateNotAFraction: "a tax rate is a fraction from 0 to 1: 0.08 means 8 %"
        case .textTooLong: "a text has at most \(InvoiceRequest.maximumTextLength) bytes"
        case .symbolTooLong: "a currency symbol has at most \(InvoiceRequest.maximumSymbolLength) characters"
        }
    }
}
