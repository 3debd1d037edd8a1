extension CIIReader {
    static func party(_ element: XMLElement) -> EInvoice.Party {
        var party = EInvoice.Party()
        party.name = element.text("Name")
        party.tradingName = element.text("SpecifiedLegalOrganization/TradingBusinessName")
        party.identifiers = (element.all("ID") + element.all("GlobalID")).map { EInvoice.Identifier($0) }
        party.legalRegistration = EInvoice.Identifier(element.first("SpecifiedLegalOrganization/ID"))
        party.legalInformation = element.text("Description")
        for registration in element.all("SpecifiedTaxRegistration").compactMap({ $0.first("ID") }) {
            switch registration.attribute("schemeID") {
            case "VA": party.vatID = registration.text
            case "FC": party.taxRegistration = registration.text
            default: break
            }
        }
        party.electronicAddress = EInvoice.Identifier(element.first("URIUniversalCommunication/URIID"))
        party.address = element.first("PostalTradeAddress").map(address)
        party.contact = element.first("DefinedTradeContact").map { contact in
            EInvoice.Contact(
                name: (contact.first("PersonName") ?? contact.first("DepartmentName"))?.text ?? "",
                telephone: contact.text("TelephoneUniversalCommunication/CompleteNumber"),
                email: contact.text("EmailURIUniversalCommunication/URIID")
            )
        }
        return party
    }

    static func address(_ element: XMLElement) -> EInvoice.Address {
        EInvoice.Address(
            line1: element.text("LineOne"),
            line2: element.text("LineTwo"),
            line3: element.text("LineThree"),
            city: element.text("CityName"),
            postCode: element.text("PostcodeCode"),
            subdivision: element.text("CountrySubDivisionName"),
            country: element.text("CountryID")
        )
    }
}
