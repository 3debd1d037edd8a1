/// What kind of document is made; the raw value is its name on the wire.
public enum DocumentType: String, Sendable, Hashable, CaseIterable {
    /// A commercial invoice (UNTDID 1001: 380).
    case invoice
    /// Takes back amounts of an invoice; its amounts are positive all the same (381).
    case creditNote = "credit_note"
    /// Replaces an invoice that was wrong (384).
    case corrected
    /// Asks for money before anything is delivered (386).
    case prepayment
    /// Made by the buyer for the seller (389).
    case selfBilled = "self_billed"
    /// Says that money was received; no e-invoice.
    case receipt
    /// An offer; no e-invoice.
    case quote
    /// Says what an invoice would say (325).
    case proforma
}
