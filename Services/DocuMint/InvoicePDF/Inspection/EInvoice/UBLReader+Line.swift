extension UBLReader {
    static func line(_ element: XMLElement, quantity name: String, _ reader: inout EInvoiceReader) -> EInvoice.Line {
        var line = EInvoice.Line()
        line.id = element.text("ID")
        line.note = element.text("Note")
        line.quantity = reader.decimal(element.first(name))
        line.unit = element.first(name)?.attribute("unitCode") ?? ""
        line.net = reader.decimal(element.first("LineExtensionAmount"))
        line.orderLineReference = element.text("OrderLineReference/LineID")
        line.accountingReference = element.text("AccountingCost")
        line.period = period(element, &reader)
        (line.allowances, line.charges) = allowancesAndCharges(element, &reader)
        if let price = element.first("Price") {
            line.netPrice = reader.decimal(price.first("PriceAmount"))
            line.priceDiscount = reader.decimal(price.first("AllowanceCharge/Amount"))
            line.grossPrice = reader.decimal(price.first("AllowanceCharge/BaseAmount"))
            line.priceBaseQuantity = reader.decimal(price.first("BaseQuantity"))
            line.priceBaseUnit = price.first("BaseQuantity")?.attribute("unitCode") ?? ""
        }
        if let item = element.first("Item") {
            line.category = item.text("ClassifiedTaxCategory/ID")
            line.rate = reader.decimal(item.first("ClassifiedTaxCategory/Percent"))
            line.name = item.text("Name")
            line.description = item.text("Description")
            line.sellerArticle = item.text("SellersItemIdentification/ID")
            line.buyerArticle = item.text("BuyersItemIdentification/ID")
            line.standardArticle = EInvoice.Identifier(item.first("StandardItemIdentification/ID"))
        }
        return line
    }

    static func delivery(_ element: XMLElement, _ reader: inout EInvoiceReader) -> EInvoice.Delivery {
        EInvoice.Delivery(
            name: element.text("DeliveryParty/PartyName/Name"),
            location: EInvoice.Identifier(element.first("DeliveryLocation/ID")),
            date: reader.day(element.first("ActualDeliveryDate")),
            address: element.first("DeliveryLocation/Address").map(address)
        )
    }

    static func payment(_ root: XMLElement) -> EInvoice.PaymentInstructions? {
        let means = root.all("PaymentMeans")
        guard let first = means.first else { return nil }
        var payment = EInvoice.PaymentInstructions()
        payment.meansCode = first.text("PaymentMeansCode")
        payment.meansText = first.first("PaymentMeansCode")?.attribute("name") ?? ""
        payment.remittance = means.lazy.compactMap { $0.first("PaymentID")?.text }.first ?? ""
        payment.cardNumber = first.text("CardAccount/PrimaryAccountNumberID")
        payment.mandate = first.text("PaymentMandate/ID")
        payment.debitedAccount = first.text("PaymentMandate/PayerFinancialAccount/ID")
        payment.transfers = means.compactMap { $0.first("PayeeFinancialAccount") }.map {
            EInvoice.CreditTransfer(
                account: $0.text("ID"),
                accountName: $0.text("Name"),
                bic: $0.text("FinancialInstitutionBranch/ID")
            )
        }
        let parties = [root.first("AccountingSupplierParty/Party"), root.first("PayeeParty")].compactMap(\.self)
        payment.creditorID = parties.lazy.flatMap(identifications).first { $0.attribute("schemeID") == "SEPA" }?.text ?? ""
        return payment
    }
}
