/// What is printed in the payment part and receipt of a Swiss QR-bill (Implementation Guidelines v2.3 §3.5, §3.6), beside the headings.
struct SwissPaymentPart: Sendable, Hashable {
    /// The side of the code without its quiet zone, in millimetres.
    static let codeSide = 46.0
    /// The side of the Swiss cross in the middle of the code, with its white edge, in millimetres.
    static let crossSide = 7.0

    /// "Account / Payable to": the IBAN in groups of four, the name, the street if there is one, postal code and city.
    let account: [String]
    /// "Reference", in groups; `nil` where there is none.
    let reference: String?
    /// "Additional information"; `nil` where there is none. Not on the receipt.
    let additionalInformation: String?
    /// "Payable by": name, street if there is one, postal code and city; `nil` is an empty field with marks at its corners.
    let payableBy: [String]?
    /// `CHF` or `EUR`.
    let currency: String
    /// With two decimals after a point, and spaces between thousands.
    let amount: String
}
