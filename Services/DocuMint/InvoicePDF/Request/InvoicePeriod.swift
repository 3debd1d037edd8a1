/// The days in which something was delivered (BG-14, BG-26), both included.
public struct InvoicePeriod: Sendable, Hashable {
    /// The first day (BT-73, BT-134).
    public var start: InvoiceDate?
    /// The last day (BT-74, BT-135); not before `start`.
    public var end: InvoiceDate?

    /// A period; one of the ends may be open.
    public init(start: InvoiceDate?, end: InvoiceDate?) {
        self.start = start
        self.end = end
    }
}
