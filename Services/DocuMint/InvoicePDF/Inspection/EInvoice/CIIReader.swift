/// Reads the Cross Industry Invoice of UN/CEFACT (D16B, D22B) as CEN/TS 16931-3-3 maps it to EN 16931.
enum CIIReader {
    static let namespace = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"

    static func invoice(from root: XMLElement, _ reader: inout EInvoiceReader) -> EInvoice {
        var invoice = EInvoice()
        invoice.specification = root.text("ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID")
        invoice.businessProcess = root.text("ExchangedDocumentContext/BusinessProcessSpecifiedDocumentContextParameter/ID")
        if let document = root.first("ExchangedDocument") { readDocument(document, into: &invoice, &reader) }
        guard let transaction = root.first("SupplyChainTradeTransaction") else { return invoice }
        invoice.lines = transaction.all("IncludedSupplyChainTradeLineItem").map { line($0, &reader) }
        if let agreement = transaction.first("ApplicableHeaderTradeAgreement") { readAgreement(agreement, into: &invoice) }
        if let delivery = transaction.first("ApplicableHeaderTradeDelivery") { readDelivery(delivery, into: &invoice, &reader) }
        if let settlement = transaction.first("ApplicableHeaderTradeSettlement") { readSettlement(settlement, into: &invoice, &reader) }
        return invoice
    }

    private static func readDocument(_ document: XMLElement, into invoice: inout EInvoice, _ reader: inout EInvoiceReader) {
        invoice.number = document.text("ID")
        invoice.typeCode = document.text("TypeCode")
        invoice.issueDate = reader.day(document.first("IssueDateTime/DateTimeString"))
        invoice.notes = document.all("IncludedNote").map { EInvoice.Note(subject: $0.text("SubjectCode"), text: $0.text("Content")) }
    }

    private static func readAgreement(_ agreement: XMLElement, into invoice: inout EInvoice) {
        invoice.buyerReference = agreement.text("BuyerReference")
        invoice.seller = agreement.first("SellerTradeParty").map(party) ?? EInvoice.Party()
        invoice.buyer = agreement.first("BuyerTradeParty").map(party) ?? EInvoice.Party()
        invoice.taxRepresentative = agreement.first("SellerTaxRepresentativeTradeParty").map(party)
        invoice.salesOrderReference = agreement.text("SellerOrderReferencedDocument/IssuerAssignedID")
        invoice.purchaseOrderReference = agreement.text("BuyerOrderReferencedDocument/IssuerAssignedID")
        invoice.contractReference = agreement.text("ContractReferencedDocument/IssuerAssignedID")
        invoice.projectReference = agreement.text("SpecifiedProcuringProject/ID")
    }

    private static func readDelivery(_ element: XMLElement, into invoice: inout EInvoice, _ reader: inout EInvoiceReader) {
        invoice.despatchAdviceReference = element.text("DespatchAdviceReferencedDocument/IssuerAssignedID")
        invoice.receivingAdviceReference = element.text("ReceivingAdviceReferencedDocument/IssuerAssignedID")
        let day = element.first("ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString")
        let receiver = element.first("ShipToTradeParty")
        guard day != nil || receiver != nil else { return }
        var delivery = EInvoice.Delivery()
        delivery.date = reader.day(day)
        delivery.name = receiver?.text("Name") ?? ""
        delivery.location = EInvoice.Identifier(receiver?.first("GlobalID") ?? receiver?.first("ID"))
        delivery.address = receiver?.first("PostalTradeAddress").map(address)
        invoice.delivery = delivery
    }

    private static func line(_ item: XMLElement, _ reader: inout EInvoiceReader) -> EInvoice.Line {
        var line = EInvoice.Line()
        line.id = item.text("AssociatedDocumentLineDocument/LineID")
        line.note = item.text("AssociatedDocumentLineDocument/IncludedNote/Content")
        if let product = item.first("SpecifiedTradeProduct") {
            line.standardArticle = EInvoice.Identifier(product.first("GlobalID"))
            line.sellerArticle = product.text("SellerAssignedID")
            line.buyerArticle = product.text("BuyerAssignedID")
            line.name = product.text("Name")
            line.description = product.text("Description")
        }
        if let agreement = item.first("SpecifiedLineTradeAgreement") {
            let gross = agreement.first("GrossPriceProductTradePrice")
            let net = agreement.first("NetPriceProductTradePrice")
            let base = net?.first("BasisQuantity") ?? gross?.first("BasisQuantity")
            line.orderLineReference = agreement.text("BuyerOrderReferencedDocument/LineID")
            line.netPrice = reader.decimal(net?.first("ChargeAmount"))
            line.grossPrice = reader.decimal(gross?.first("ChargeAmount"))
            line.priceDiscount = reader.decimal(gross?.first("AppliedTradeAllowanceCharge/ActualAmount"))
            line.priceBaseQuantity = reader.decimal(base)
            line.priceBaseUnit = base?.attribute("unitCode") ?? ""
        }
        let quantity = item.first("SpecifiedLineTradeDelivery/BilledQuantity")
        line.quantity = reader.decimal(quantity)
        line.unit = quantity?.attribute("unitCode") ?? ""
        if let settlement = item.first("SpecifiedLineTradeSettlement") { readSettlement(settlement, into: &line, &reader) }
        return line
    }

    private static func readSettlement(_ settlement: XMLElement, into line: inout EInvoice.Line, _ reader: inout EInvoiceReader) {
        line.category = settlement.text("ApplicableTradeTax/CategoryCode")
        line.rate = reader.decimal(settlement.first("ApplicableTradeTax/RateApplicablePercent"))
        line.period = period(settlement, &reader)
        (line.allowances, line.charges) = allowancesAndCharges(settlement, &reader)
        line.net = reader.decimal(settlement.first("SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount"))
        line.accountingReference = settlement.text("ReceivableSpecifiedTradeAccountingAccount/ID")
    }
}
