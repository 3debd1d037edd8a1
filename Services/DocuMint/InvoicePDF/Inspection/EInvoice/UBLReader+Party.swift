extension UBLReader {
    static func readParties(_ root: XMLElement, into invoice: inout EInvoice) {
        invoice.seller = root.first("AccountingSupplierParty/Party").map(party) ?? EInvoice.Party()
        invoice.buyer = root.first("AccountingCustomerParty/Party").map(party) ?? EInvoice.Party()
        invoice.payee = root.first("PayeeParty").map(party)
        invoice.taxRepresentative = root.first("TaxRepresentativeParty").map(party)
    }

    /// Sellers and buyers are named by their legal entity (BT-27, BT-44), payees and representatives by `PartyName` (BT-59, BT-62).
    private static func party(_ element: XMLElement) -> EInvoice.Party {
        var party = EInvoice.Party()
        let registered = element.text("PartyLegalEntity/RegistrationName")
        let named = element.text("PartyName/Name")
        party.name = registered.isEmpty ? named : registered
        party.tradingName = registered.isEmpty ? "" : named
        // The SEPA creditor identifier (BT-90) stands among the identifiers of the party.
        party.identifiers = identifications(element).filter { $0.attribute("schemeID") != "SEPA" }.map { EInvoice.Identifier($0) }
        party.legalRegistration = EInvoice.Identifier(element.first("PartyLegalEntity/CompanyID"))
        party.legalInformation = element.text("PartyLegalEntity/CompanyLegalForm")
        for scheme in element.all("PartyTaxScheme") {
            if scheme.text("TaxScheme/ID") == "VAT" {
                party.vatID = scheme.text("CompanyID")
            } else {
                party.taxRegistration = scheme.text("CompanyID")
            }
        }
        party.electronicAddress = EInvoice.Identifier(element.first("EndpointID"))
        party.address = element.first("PostalAddress").map(address)
        party.contact = element.first("Contact").map {
            EInvoice.Contact(name: $0.text("Name"), telephone: $0.text("Telephone"), email: $0.text("ElectronicMail"))
        }
        return party
    }

    static func identifications(_ party: XMLElement) -> [XMLElement] {
        party.all("PartyIdentification").compactMap { $0.first("ID") }
    }

    static func address(_ element: XMLElement) -> EInvoice.Address {
        EInvoice.Address(
            line1: element.text("StreetName"),
            line2: element.text("AdditionalStreetName"),
            line3: element.text("AddressLine/Line"),
            city: element.text("CityName"),
            postCode: element.text("PostalZone"),
            subdivision: element.text("CountrySubentity"),
            country: element.text("Country/IdentificationCode")
        )
    }
}
