/// Reads invoices and credit notes of UBL 2.1 as CEN/TS 16931-3-2 maps them to EN 16931.
enum UBLReader {
    static let invoiceNamespace = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
    static let creditNoteNamespace = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"

    static func invoice(from root: XMLElement, _ reader: inout EInvoiceReader) -> EInvoice {
        let kind = root.name
        var invoice = EInvoice()
        invoice.specification = root.text("CustomizationID")
        invoice.businessProcess = root.text("ProfileID")
        invoice.number = root.text("ID")
        invoice.issueDate = reader.day(root.first("IssueDate"))
        invoice.dueDate = reader.day(root.first("DueDate") ?? root.first("PaymentMeans/PaymentDueDate"))
        invoice.typeCode = root.text(kind + "TypeCode")
        invoice.currency = root.text("DocumentCurrencyCode")
        invoice.taxCurrency = root.text("TaxCurrencyCode")
        invoice.taxPointDate = reader.day(root.first("TaxPointDate"))
        invoice.taxPointCode = root.text("InvoicePeriod/DescriptionCode")
        invoice.notes = root.all("Note").map { note($0.text) }
        readReferences(root, into: &invoice, &reader)
        readParties(root, into: &invoice)
        invoice.delivery = root.first("Delivery").map { delivery($0, &reader) }
        invoice.period = period(root, &reader)
        invoice.payment = payment(root)
        invoice.paymentTerms = root.text("PaymentTerms/Note")
        (invoice.allowances, invoice.charges) = allowancesAndCharges(root, &reader)
        readTotals(root, into: &invoice, &reader)
        invoice.lines = root.all(kind + "Line").map {
            line($0, quantity: kind == "Invoice" ? "InvoicedQuantity" : "CreditedQuantity", &reader)
        }
        return invoice
    }

    /// BT-21 stands before the text between number signs: `#AAI#text`.
    private static func note(_ text: String) -> EInvoice.Note {
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: true)
        guard text.hasPrefix("#"), parts.count == 2, parts[0].utf8.count == 3 else { return EInvoice.Note(text: text) }
        return EInvoice.Note(subject: String(parts[0]), text: String(parts[1]))
    }

    private static func readReferences(_ root: XMLElement, into invoice: inout EInvoice, _ reader: inout EInvoiceReader) {
        invoice.buyerReference = root.text("BuyerReference")
        invoice.projectReference = root.text("ProjectReference/ID")
        invoice.contractReference = root.text("ContractDocumentReference/ID")
        invoice.purchaseOrderReference = root.text("OrderReference/ID")
        invoice.salesOrderReference = root.text("OrderReference/SalesOrderID")
        invoice.receivingAdviceReference = root.text("ReceiptDocumentReference/ID")
        invoice.despatchAdviceReference = root.text("DespatchDocumentReference/ID")
        invoice.buyerAccountingReference = root.text("AccountingCost")
        invoice.precedingInvoices = root.all("BillingReference").compactMap { $0.first("InvoiceDocumentReference") }.map {
            EInvoice.PrecedingInvoice(number: $0.text("ID"), date: reader.day($0.first("IssueDate")))
        }
    }

    private static func readTotals(_ root: XMLElement, into invoice: inout EInvoice, _ reader: inout EInvoiceReader) {
        let sums = root.first("LegalMonetaryTotal")
        let taxes = root.all("TaxTotal")
        let foreign = taxes.first {
            let currency = $0.first("TaxAmount")?.attribute("currencyID") ?? ""
            return !currency.isEmpty && currency == invoice.taxCurrency && currency != invoice.currency
        }
        let main = taxes.first { $0.index != foreign?.index }
        invoice.totals = EInvoice.Totals(
            lines: reader.decimal(sums?.first("LineExtensionAmount")),
            allowances: reader.decimal(sums?.first("AllowanceTotalAmount")),
            charges: reader.decimal(sums?.first("ChargeTotalAmount")),
            net: reader.decimal(sums?.first("TaxExclusiveAmount")),
            tax: reader.decimal(main?.first("TaxAmount")),
            taxInTaxCurrency: reader.decimal(foreign?.first("TaxAmount")),
            gross: reader.decimal(sums?.first("TaxInclusiveAmount")),
            paid: reader.decimal(sums?.first("PrepaidAmount")),
            rounding: reader.decimal(sums?.first("PayableRoundingAmount")),
            due: reader.decimal(sums?.first("PayableAmount"))
        )
        invoice.taxBreakdown = (main?.all("TaxSubtotal") ?? []).map {
            EInvoice.TaxSubtotal(
                basis: reader.decimal($0.first("TaxableAmount")),
                tax: reader.decimal($0.first("TaxAmount")),
                category: $0.text("TaxCategory/ID"),
                rate: reader.decimal($0.first("TaxCategory/Percent")),
                exemptionReason: $0.text("TaxCategory/TaxExemptionReason"),
                exemptionCode: $0.text("TaxCategory/TaxExemptionReasonCode")
            )
        }
    }

    static func period(_ element: XMLElement, _ reader: inout EInvoiceReader) -> InvoicePeriod? {
        reader.period(from: element.first("InvoicePeriod/StartDate"), to: element.first("InvoicePeriod/EndDate"))
    }

    static func allowancesAndCharges(_ element: XMLElement, _ reader: inout EInvoiceReader)
        -> ([EInvoice.AllowanceCharge], [EInvoice.AllowanceCharge])
    {
        var allowances: [EInvoice.AllowanceCharge] = []
        var charges: [EInvoice.AllowanceCharge] = []
        for element in element.all("AllowanceCharge") {
            let value = EInvoice.AllowanceCharge(
                amount: reader.decimal(element.first("Amount")),
                base: reader.decimal(element.first("BaseAmount")),
                percent: reader.decimal(element.first("MultiplierFactorNumeric")),
                category: element.text("TaxCategory/ID"),
                rate: reader.decimal(element.first("TaxCategory/Percent")),
                reason: element.text("AllowanceChargeReason"),
                reasonCode: element.text("AllowanceChargeReasonCode")
            )
            if ["true", "1"].contains(element.text("ChargeIndicator")) {
                charges.append(value)
            } else {
                allowances.append(value)
            }
        }
        return (allowances, charges)
    }
}
