extension CIIWriter {
    func write(_ line: EInvoice.Line, to xml: inout XMLWriter) {
        xml.element("ram:IncludedSupplyChainTradeLineItem") { xml in
            xml.element("ram:AssociatedDocumentLineDocument") { xml in
                xml.text("ram:LineID", line.id)
                xml.element("ram:IncludedNote") { $0.text("ram:Content", line.note) }
            }
            xml.element("ram:SpecifiedTradeProduct") { $0.writeArticle(of: line) }
            xml.element("ram:SpecifiedLineTradeAgreement") { $0.writePrices(of: line) }
            xml.element("ram:SpecifiedLineTradeDelivery") { xml in
                xml.number("ram:BilledQuantity", line.quantity, attribute: "unitCode", value: line.unit)
            }
            xml.element("ram:SpecifiedLineTradeSettlement") { writeSettlement(of: line, to: &$0) }
        }
    }

    private func writeSettlement(of line: EInvoice.Line, to xml: inout XMLWriter) {
        xml.writeTax(category: line.category, rate: line.rate, as: "ram:ApplicableTradeTax")
        xml.write(line.period)
        for allowance in line.allowances { write(allowance, isCharge: false, to: &xml) }
        for charge in line.charges { write(charge, isCharge: true, to: &xml) }
        xml.element("ram:SpecifiedTradeSettlementLineMonetarySummation") { xml in
            xml.number("ram:LineTotalAmount", line.net, fractionDigits: fractionDigits)
        }
        xml.element("ram:ReceivableSpecifiedTradeAccountingAccount") { $0.text("ram:ID", line.accountingReference) }
    }

    func write(_ entry: EInvoice.AllowanceCharge, isCharge: Bool, to xml: inout XMLWriter) {
        xml.element("ram:SpecifiedTradeAllowanceCharge") { xml in
            xml.element("ram:ChargeIndicator") { $0.text("udt:Indicator", isCharge ? "true" : "false") }
            xml.number("ram:CalculationPercent", entry.percent)
            xml.number("ram:BasisAmount", entry.base, fractionDigits: fractionDigits)
            xml.number("ram:ActualAmount", entry.amount, fractionDigits: fractionDigits)
            xml.text("ram:ReasonCode", entry.reasonCode)
            xml.text("ram:Reason", entry.reason)
            xml.writeTax(category: entry.category, rate: entry.rate, as: "ram:CategoryTradeTax")
        }
    }
}

extension XMLWriter {
    fileprivate mutating func writeArticle(of line: EInvoice.Line) {
        let standard = line.standardArticle
        text("ram:GlobalID", standard.value, attribute: "schemeID", value: standard.scheme)
        text("ram:SellerAssignedID", line.sellerArticle)
        text("ram:BuyerAssignedID", line.buyerArticle)
        text("ram:Name", line.name)
        text("ram:Description", line.description)
    }

    fileprivate mutating func writePrices(of line: EInvoice.Line) {
        element("ram:BuyerOrderReferencedDocument") { $0.text("ram:LineID", line.orderLineReference) }
        if let grossPrice = line.grossPrice {
            element("ram:GrossPriceProductTradePrice") { xml in
                xml.number("ram:ChargeAmount", grossPrice)
                xml.number("ram:BasisQuantity", line.priceBaseQuantity, attribute: "unitCode", value: line.priceBaseUnit)
                if let discount = line.priceDiscount {
                    xml.element("ram:AppliedTradeAllowanceCharge") { xml in
                        xml.element("ram:ChargeIndicator") { $0.text("udt:Indicator", "false") }
                        xml.number("ram:ActualAmount", discount)
                    }
                }
            }
        }
        element("ram:NetPriceProductTradePrice") { xml in
            xml.number("ram:ChargeAmount", line.netPrice)
            xml.number("ram:BasisQuantity", line.priceBaseQuantity, attribute: "unitCode", value: line.priceBaseUnit)
        }
    }

    fileprivate mutating func writeTax(category: String, rate: DecimalNumber?, as name: StaticString) {
        if category.isEmpty, rate == nil { return }
        element(name) { xml in
            xml.text("ram:TypeCode", "VAT")
            xml.text("ram:CategoryCode", category)
            xml.number("ram:RateApplicablePercent", rate)
        }
    }
}
