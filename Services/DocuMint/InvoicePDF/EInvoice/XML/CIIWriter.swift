/// Writes an e-invoice as UN/CEFACT Cross Industry Invoice D22B, the elements in the order of the schemas of Factur-X 1.09.
struct CIIWriter {
    let invoice: EInvoice
    /// How many digits an amount has at least.
    let fractionDigits: Int

    /// The XML document, in UTF-8. Equal invoices give equal bytes.
    static func bytes(of invoice: EInvoice) -> [UInt8] {
        let writer = CIIWriter(invoice: invoice, fractionDigits: min(Currency(code: invoice.currency)?.exponent ?? 2, 2))
        var xml = XMLWriter(capacity: 4_096 + invoice.lines.count * 1_100)
        writer.writeDocument(to: &xml)
        return xml.bytes
    }

    private func writeDocument(to xml: inout XMLWriter) {
        xml.element("rsm:CrossIndustryInvoice", attributes: Self.namespaces) { xml in
            writeContext(to: &xml)
            writeHeader(to: &xml)
            xml.element("rsm:SupplyChainTradeTransaction") { xml in
                for line in invoice.lines { write(line, to: &xml) }
                writeAgreement(to: &xml)
                writeDelivery(to: &xml)
                writeSettlement(to: &xml)
            }
        }
    }

    private static let namespaces: StaticString = """
         xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"\
         xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"\
         xmlns:qdt="urn:un:unece:uncefact:data:standard:QualifiedDataType:100"\
         xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"
        """

    private func writeContext(to xml: inout XMLWriter) {
        xml.element("rsm:ExchangedDocumentContext") { xml in
            xml.element("ram:BusinessProcessSpecifiedDocumentContextParameter") { $0.text("ram:ID", invoice.businessProcess) }
            xml.element("ram:GuidelineSpecifiedDocumentContextParameter") { $0.text("ram:ID", invoice.specification) }
        }
    }

    private func writeHeader(to xml: inout XMLWriter) {
        xml.element("rsm:ExchangedDocument") { xml in
            xml.text("ram:ID", invoice.number)
            xml.text("ram:TypeCode", invoice.typeCode)
            xml.date("ram:IssueDateTime", invoice.issueDate)
            for note in invoice.notes {
                xml.element("ram:IncludedNote") { xml in
                    xml.text("ram:Content", note.text)
                    xml.text("ram:SubjectCode", note.subject)
                }
            }
        }
    }

    private func writeDelivery(to xml: inout XMLWriter) {
        xml.requiredElement("ram:ApplicableHeaderTradeDelivery") { xml in
            if let delivery = invoice.delivery {
                xml.element("ram:ShipToTradeParty") { xml in
                    xml.write(delivery.location)
                    xml.text("ram:Name", delivery.name)
                    xml.write(delivery.address)
                }
                xml.element("ram:ActualDeliverySupplyChainEvent") { $0.date("ram:OccurrenceDateTime", delivery.date) }
            }
            xml.reference("ram:DespatchAdviceReferencedDocument", invoice.despatchAdviceReference)
            xml.reference("ram:ReceivingAdviceReferencedDocument", invoice.receivingAdviceReference)
        }
    }
}

extension XMLWriter {
    mutating func write(_ identifier: EInvoice.Identifier) {
        if identifier.scheme.isEmpty {
            text("ram:ID", identifier.value)
        } else {
            text("ram:GlobalID", identifier.value, attribute: "schemeID", value: identifier.scheme)
        }
    }

    /// Another document by its number.
    mutating func reference(_ name: StaticString, _ number: String) {
        element(name) { $0.text("ram:IssuerAssignedID", number) }
    }

    mutating func write(_ period: InvoicePeriod?) {
        element("ram:BillingSpecifiedPeriod") { xml in
            xml.date("ram:StartDateTime", period?.start)
            xml.date("ram:EndDateTime", period?.end)
        }
    }
}
