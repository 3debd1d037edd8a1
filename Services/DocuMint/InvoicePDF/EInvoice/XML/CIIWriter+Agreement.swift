extension CIIWriter {
    func writeAgreement(to xml: inout XMLWriter) {
        xml.element("ram:ApplicableHeaderTradeAgreement") { xml in
            xml.text("ram:BuyerReference", invoice.buyerReference)
            xml.element("ram:SellerTradeParty") { $0.write(invoice.seller) }
            xml.element("ram:BuyerTradeParty") { $0.write(invoice.buyer) }
            if let representative = invoice.taxRepresentative {
                xml.element("ram:SellerTaxRepresentativeTradeParty") { $0.write(representative) }
            }
            xml.reference("ram:SellerOrderReferencedDocument", invoice.salesOrderReference)
            xml.reference("ram:BuyerOrderReferencedDocument", invoice.purchaseOrderReference)
            xml.reference("ram:ContractReferencedDocument", invoice.contractReference)
            xml.element("ram:SpecifiedProcuringProject") { xml in
                xml.text("ram:ID", invoice.projectReference)
                // EN 16931 has no name of a project, but the schema wants one.
                xml.text("ram:Name", invoice.projectReference)
            }
        }
    }
}

extension XMLWriter {
    mutating func write(_ party: EInvoice.Party) {
        // The schema wants identifiers without scheme before those with one.
        for identifier in party.identifiers where identifier.scheme.isEmpty { write(identifier) }
        for identifier in party.identifiers where !identifier.scheme.isEmpty { write(identifier) }
        text("ram:Name", party.name)
        text("ram:Description", party.legalInformation)
        element("ram:SpecifiedLegalOrganization") { xml in
            let registration = party.legalRegistration
            xml.text("ram:ID", registration.value, attribute: "schemeID", value: registration.scheme)
            xml.text("ram:TradingBusinessName", party.tradingName)
        }
        if let contact = party.contact { write(contact) }
        write(party.address)
        element("ram:URIUniversalCommunication") { xml in
            let address = party.electronicAddress
            xml.text("ram:URIID", address.value, attribute: "schemeID", value: address.scheme)
        }
        element("ram:SpecifiedTaxRegistration") { $0.text("ram:ID", party.taxRegistration, attribute: "schemeID", value: "FC") }
        element("ram:SpecifiedTaxRegistration") { $0.text("ram:ID", party.vatID, attribute: "schemeID", value: "VA") }
    }

    private mutating func write(_ contact: EInvoice.Contact) {
        element("ram:DefinedTradeContact") { xml in
            xml.text("ram:PersonName", contact.name)
            xml.element("ram:TelephoneUniversalCommunication") { $0.text("ram:CompleteNumber", contact.telephone) }
            xml.element("ram:EmailURIUniversalCommunication") { $0.text("ram:URIID", contact.email) }
        }
    }

    mutating func write(_ address: EInvoice.Address?) {
        guard let address else { return }
        element("ram:PostalTradeAddress") { xml in
            xml.text("ram:PostcodeCode", address.postCode)
            xml.text("ram:LineOne", address.line1)
            xml.text("ram:LineTwo", address.line2)
            xml.text("ram:LineThree", address.line3)
            xml.text("ram:CityName", address.city)
            xml.text("ram:CountryID", address.country)
            xml.text("ram:CountrySubDivisionName", address.subdivision)
        }
    }
}
