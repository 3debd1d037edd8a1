/// How the invoice is to be paid, and the code that a banking app reads.
public struct PaymentDetails: Sendable, Hashable {
    /// Which code is printed.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// None.
        case none
        /// The "Girocode" of the European Payments Council (EPC069-12), for transfers in euros.
        case epc
        /// The Swiss QR-bill, with its payment part and receipt.
        case swiss
        /// A `upi://pay` link, for rupees.
        case upi
    }

    /// Which code is printed. Default: none.
    public var code: Code
    /// What the payer quotes (BT-83): for the Swiss QR-bill a QR reference or an ISO 11649 reference.
    public var reference: String
    /// Free text for the payee, where a code has room for it.
    public var message: String
    /// The virtual payment address of UPI, such as `shop@bank`.
    public var upiID: String

    /// No code, no reference.
    public init(code: Code = .none, reference: String = "", message: String = "", upiID: String = "") {
        self.code = code
        self.reference = reference
        self.message = message
        self.upiID = upiID
    }
}
