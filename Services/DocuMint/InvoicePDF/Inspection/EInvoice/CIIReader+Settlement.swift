extension CIIReader {
    static func readSettlement(_ settlement: XMLElement, into invoice: inout EInvoice, _ reader: inout EInvoiceReader) {
        invoice.currency = settlement.text("InvoiceCurrencyCode")
        invoice.taxCurrency = settlement.text("TaxCurrencyCode")
        invoice.payee = settlement.first("PayeeTradeParty").map(party)
        invoice.payment = payment(settlement)
        let taxes = settlement.all("ApplicableTradeTax")
        invoice.taxBreakdown = taxes.map { taxSubtotal($0, &reader) }
        invoice.taxPointDate = reader.day(taxes.lazy.compactMap { $0.first("TaxPointDate/DateString") }.first)
        invoice.taxPointCode = taxes.lazy.compactMap { $0.first("DueDateTypeCode")?.text }.first ?? ""
        invoice.period = period(settlement, &reader)
        (invoice.allowances, invoice.charges) = allowancesAndCharges(settlement, &reader)
        let terms = settlement.all("SpecifiedTradePaymentTerms")
        invoice.paymentTerms = terms.lazy.compactMap { $0.first("Description")?.text }.first ?? ""
        invoice.dueDate = reader.day(terms.lazy.compactMap { $0.first("DueDateDateTime/DateTimeString") }.first)
        if let sums = settlement.first("SpecifiedTradeSettlementHeaderMonetarySummation") {
            invoice.totals = totals(sums, of: invoice, &reader)
        }
        invoice.precedingInvoices = settlement.all("InvoiceReferencedDocument").map { document in
            EInvoice.PrecedingInvoice(
                number: document.text("IssuerAssignedID"),
                date: reader.day(document.first("FormattedIssueDateTime/DateTimeString"))
            )
        }
        invoice.buyerAccountingReference = settlement.text("ReceivableSpecifiedTradeAccountingAccount/ID")
    }

    static func period(_ settlement: XMLElement, _ reader: inout EInvoiceReader) -> InvoicePeriod? {
        reader.period(
            from: settlement.first("BillingSpecifiedPeriod/StartDateTime/DateTimeString"),
            to: settlement.first("BillingSpecifiedPeriod/EndDateTime/DateTimeString")
        )
    }

    static func allowancesAndCharges(_ settlement: XMLElement, _ reader: inout EInvoiceReader)
        -> ([EInvoice.AllowanceCharge], [EInvoice.AllowanceCharge])
    {
        var allowances: [EInvoice.AllowanceCharge] = []
        var charges: [EInvoice.AllowanceCharge] = []
        for element in settlement.all("SpecifiedTradeAllowanceCharge") {
            let value = EInvoice.AllowanceCharge(
                amount: reader.decimal(element.first("ActualAmount")),
                base: reader.decimal(element.first("BasisAmount")),
                percent: reader.decimal(element.first("CalculationPercent")),
                category: element.text("CategoryTradeTax/CategoryCode"),
                rate: reader.decimal(element.first("CategoryTradeTax/RateApplicablePercent")),
                reason: element.text("Reason"),
                reasonCode: element.text("ReasonCode")
            )
            if ["true", "1"].contains(element.text("ChargeIndicator/Indicator")) {
                charges.append(value)
            } else {
                allowances.append(value)
            }
        }
        return (allowances, charges)
    }

    private static func payment(_ settlement: XMLElement) -> EInvoice.PaymentInstructions? {
        let means = settlement.all("SpecifiedTradeSettlementPaymentMeans")
        guard !means.isEmpty else { return nil }
        func text(_ path: String) -> String { means.lazy.compactMap { $0.first(path)?.text }.first ?? "" }
        var payment = EInvoice.PaymentInstructions()
        payment.meansCode = text("TypeCode")
        payment.meansText = text("Information")
        payment.remittance = settlement.text("PaymentReference")
        payment.cardNumber = text("ApplicableTradeSettlementFinancialCard/ID")
        payment.debitedAccount = text("PayerPartyDebtorFinancialAccount/IBANID")
        payment.creditorID = settlement.text("CreditorReferenceID")
        payment.mandate =
            settlement.all("SpecifiedTradePaymentTerms").lazy.compactMap { $0.first("DirectDebitMandateID")?.text }.first ?? ""
        payment.transfers = means.compactMap { means in
            guard let account = means.first("PayeePartyCreditorFinancialAccount") else { return nil }
            return EInvoice.CreditTransfer(
                account: (account.first("IBANID") ?? account.first("ProprietaryID"))?.text ?? "",
                accountName: account.text("AccountName"),
                bic: means.text("PayeeSpecifiedCreditorFinancialInstitution/BICID")
            )
        }
        return payment
    }

    private static func taxSubtotal(_ element: XMLElement, _ reader: inout EInvoiceReader) -> EInvoice.TaxSubtotal {
        EInvoice.TaxSubtotal(
            basis: reader.decimal(element.first("BasisAmount")),
            tax: reader.decimal(element.first("CalculatedAmount")),
            category: element.text("CategoryCode"),
            rate: reader.decimal(element.first("RateApplicablePercent")),
            exemptionReason: element.text("ExemptionReason"),
            exemptionCode: element.text("ExemptionReasonCode")
        )
    }

    private static func totals(_ sums: XMLElement, of invoice: EInvoice, _ reader: inout EInvoiceReader) -> EInvoice.Totals {
        // BT-110 and BT-111 are told apart by their currency; one without a currency is BT-110.
        let taxes = sums.all("TaxTotalAmount")
        let isForeign: (XMLElement) -> Bool = {
            let currency = $0.attribute("currencyID")
            return !currency.isEmpty && currency == invoice.taxCurrency && currency != invoice.currency
        }
        return EInvoice.Totals(
            lines: reader.decimal(sums.first("LineTotalAmount")),
            allowances: reader.decimal(sums.first("AllowanceTotalAmount")),
            charges: reader.decimal(sums.first("ChargeTotalAmount")),
            net: reader.decimal(sums.first("TaxBasisTotalAmount")),
            tax: reader.decimal(taxes.first { !isForeign($0) }),
            taxInTaxCurrency: reader.decimal(taxes.first(where: isForeign)),
            gross: reader.decimal(sums.first("GrandTotalAmount")),
            paid: reader.decimal(sums.first("TotalPrepaidAmount")),
            rounding: reader.decimal(sums.first("RoundingAmount")),
            due: reader.decimal(sums.first("DuePayableAmount"))
        )
    }
}
