extension CIIWriter {
    func writeSettlement(to xml: inout XMLWriter) {
        xml.element("ram:ApplicableHeaderTradeSettlement") { xml in
            xml.text("ram:CreditorReferenceID", invoice.payment?.creditorID ?? "")
            xml.text("ram:PaymentReference", invoice.payment?.remittance ?? "")
            xml.text("ram:TaxCurrencyCode", invoice.taxCurrency)
            xml.text("ram:InvoiceCurrencyCode", invoice.currency)
            if let payee = invoice.payee { xml.element("ram:PayeeTradeParty") { $0.write(payee) } }
            writePaymentMeans(to: &xml)
            for subtotal in invoice.taxBreakdown { write(subtotal, to: &xml) }
            xml.write(invoice.period)
            for allowance in invoice.allowances { write(allowance, isCharge: false, to: &xml) }
            for charge in invoice.charges { write(charge, isCharge: true, to: &xml) }
            xml.element("ram:SpecifiedTradePaymentTerms") { xml in
                xml.text("ram:Description", invoice.paymentTerms)
                xml.date("ram:DueDateDateTime", invoice.dueDate)
                xml.text("ram:DirectDebitMandateID", invoice.payment?.mandate ?? "")
            }
            writeTotals(to: &xml)
            for preceding in invoice.precedingInvoices {
                xml.element("ram:InvoiceReferencedDocument") { xml in
                    xml.text("ram:IssuerAssignedID", preceding.number)
                    xml.date("ram:FormattedIssueDateTime", preceding.date, string: "qdt:DateTimeString")
                }
            }
            xml.element("ram:ReceivableSpecifiedTradeAccountingAccount") { $0.text("ram:ID", invoice.buyerAccountingReference) }
        }
    }

    /// One element for each account, with the same code and text in each.
    private func writePaymentMeans(to xml: inout XMLWriter) {
        guard let payment = invoice.payment else { return }
        for transfer in payment.transfers.isEmpty ? [EInvoice.CreditTransfer()] : payment.transfers {
            xml.element("ram:SpecifiedTradeSettlementPaymentMeans") { xml in
                xml.text("ram:TypeCode", payment.meansCode)
                xml.text("ram:Information", payment.meansText)
                xml.element("ram:ApplicableTradeSettlementFinancialCard") { $0.text("ram:ID", payment.cardNumber) }
                xml.element("ram:PayerPartyDebtorFinancialAccount") { $0.text("ram:IBANID", payment.debitedAccount) }
                xml.element("ram:PayeePartyCreditorFinancialAccount") { xml in
                    let isIBAN = IBAN(parsing: transfer.account) != nil
                    xml.text("ram:IBANID", isIBAN ? transfer.account : "")
                    xml.text("ram:AccountName", transfer.accountName)
                    xml.text("ram:ProprietaryID", isIBAN ? "" : transfer.account)
                }
                xml.element("ram:PayeeSpecifiedCreditorFinancialInstitution") { $0.text("ram:BICID", transfer.bic) }
            }
        }
    }

    private func write(_ subtotal: EInvoice.TaxSubtotal, to xml: inout XMLWriter) {
        xml.element("ram:ApplicableTradeTax") { xml in
            xml.number("ram:CalculatedAmount", subtotal.tax, fractionDigits: fractionDigits)
            xml.text("ram:TypeCode", "VAT")
            xml.text("ram:ExemptionReason", subtotal.exemptionReason)
            xml.number("ram:BasisAmount", subtotal.basis, fractionDigits: fractionDigits)
            xml.text("ram:CategoryCode", subtotal.category)
            xml.text("ram:ExemptionReasonCode", subtotal.exemptionCode)
            xml.date("ram:TaxPointDate", invoice.taxPointDate, string: "udt:DateString")
            xml.text("ram:DueDateTypeCode", invoice.taxPointCode)
            xml.number("ram:RateApplicablePercent", subtotal.rate)
        }
    }

    private func writeTotals(to xml: inout XMLWriter) {
        xml.element("ram:SpecifiedTradeSettlementHeaderMonetarySummation") { xml in
            let totals = invoice.totals
            xml.number("ram:LineTotalAmount", totals.lines, fractionDigits: fractionDigits)
            xml.number("ram:ChargeTotalAmount", totals.charges, fractionDigits: fractionDigits)
            xml.number("ram:AllowanceTotalAmount", totals.allowances, fractionDigits: fractionDigits)
            xml.number("ram:TaxBasisTotalAmount", totals.net, fractionDigits: fractionDigits)
            writeTaxTotal(totals.tax, currency: invoice.currency, to: &xml)
            writeTaxTotal(totals.taxInTaxCurrency, currency: invoice.taxCurrency, to: &xml)
            xml.number("ram:RoundingAmount", totals.rounding, fractionDigits: fractionDigits)
            xml.number("ram:GrandTotalAmount", totals.gross, fractionDigits: fractionDigits)
            xml.number("ram:TotalPrepaidAmount", totals.paid, fractionDigits: fractionDigits)
            xml.number("ram:DuePayableAmount", totals.due, fractionDigits: fractionDigits)
        }
    }

    /// The only amounts that name their currency, because there may be two.
    private func writeTaxTotal(_ amount: DecimalNumber?, currency: String, to xml: inout XMLWriter) {
        xml.number("ram:TaxTotalAmount", amount, fractionDigits: fractionDigits, attribute: "currencyID", value: currency)
    }
}
