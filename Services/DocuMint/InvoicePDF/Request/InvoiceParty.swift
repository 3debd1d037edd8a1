/// The seller or the buyer. Empty texts are not printed. `name` and `address` may have several lines.
public struct InvoiceParty: Sendable, Hashable {
    /// The name of the company or person.
    public var name: String
    /// Street and whatever else belongs above the city; lines are separated by newlines.
    public var address: String
    /// Printed before the city.
    public var postalCode: String
    /// The city or town.
    public var city: String
    /// The country, as it is to be printed.
    public var country: String
    /// The e-mail address.
    public var email: String
    /// The telephone number.
    public var phone: String
    /// The VAT identifier (BT-31, BT-48 of EN 16931), with its country prefix.
    public var vatID: String
    /// The national tax number (BT-32).
    public var taxID: String
    /// The bank account to pay to (BT-84); printed for the seller only.
    public var iban: String
    /// The bank of that account (BT-86); printed for the seller only.
    public var bic: String

    /// A party; what is left out is not printed.
    public init(
        name: String = "",
        address: String = "",
        postalCode: String = "",
        city: String = "",
        country: String = "",
        email: String = "",
        phone: String = "",
        vatID: String = "",
        taxID: String = "",
        iban: String = "",
        bic: String = ""
    ) {
        self.name = name
        self.address = address
        self.postalCode = postalCode
        self.city = city
        self.country = country
        self.email = email
        self.phone = phone
        self.vatID = vatID
        self.taxID = taxID
        self.iban = iban
        self.bic = bic
    }
}
