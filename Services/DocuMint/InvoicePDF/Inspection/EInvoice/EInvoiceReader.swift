/// Reads values of an e-invoice and notes those that are no number or no day.
struct EInvoiceReader {
    private(set) var faults: [DocumentFault] = []

    /// Enough to act on; a file that is all wrong says no more with more of them.
    private static let maximumFaults = 50

    /// What an XML document says as an invoice, or `nil` with the reason among the faults.
    static func read(_ bytes: [UInt8]) -> (invoice: EInvoice?, faults: [DocumentFault]) {
        let root: XMLElement
        do throws(XMLFault) {
            root = try XMLReader.tree(of: bytes).root
        } catch {
            return (nil, [DocumentFault(location: "", message: error.description)])
        }
        var reader = EInvoiceReader()
        switch (root.namespace, root.name) {
        case (CIIReader.namespace, "CrossIndustryInvoice"):
            let invoice = CIIReader.invoice(from: root, &reader)
            return (invoice, reader.faults)
        case (UBLReader.invoiceNamespace, "Invoice"), (UBLReader.creditNoteNamespace, "CreditNote"):
            let invoice = UBLReader.invoice(from: root, &reader)
            return (invoice, reader.faults)
        default:
            return (
                nil,
                [DocumentFault(location: root.location, message: "this is no invoice of EN 16931: neither CII (D16B, D22B) nor UBL 2.1")]
            )
        }
    }

    /// The number of an element; `nil` when there is no element, or no number in it.
    mutating func decimal(_ element: XMLElement?) -> DecimalNumber? {
        guard let element else { return nil }
        // XML Schema allows a sign and leaves out no digit that JSON demands, but no exponent.
        let text = element.text
        let digits = text.hasPrefix("+") ? text.dropFirst() : text[...]
        let isPlain = digits.utf8.allSatisfy { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
        let padded = digits.hasPrefix(".") ? "0" + digits : digits.hasPrefix("-.") ? "-0" + digits.dropFirst() : String(digits)
        if isPlain, let value = try? DecimalNumber(parsing: padded.hasSuffix(".") ? padded + "0" : padded) { return value }
        note("“\(Self.shortened(text))” is no number", at: element)
        return nil
    }

    /// The day in an element in the form `YYYYMMDD` (format 102 of UNTDID 2379) or `YYYY-MM-DD`, with or without time zone.
    mutating func day(_ element: XMLElement?) -> InvoiceDate? {
        guard let element else { return nil }
        let digits = Array(element.text.utf8)
        let isCompact = digits.count == 8 && element.attribute("format") != "103"
        let text = isCompact ? String(decoding: digits[..<4] + [0x2D] + digits[4..<6] + [0x2D] + digits[6...], as: UTF8.self) : element.text
        let zone = text.utf8.dropFirst(10)
        let isZoned =
            zone.isEmpty || (zone.first == UInt8(ascii: "Z") && zone.count == 1)
            || (zone.count == 6 && "+-".utf8.contains(zone[zone.startIndex]))
        if isZoned, let day = InvoiceDate(parsing: String(decoding: text.utf8.prefix(10), as: UTF8.self)) { return day }
        note("“\(Self.shortened(element.text))” is no day", at: element)
        return nil
    }

    /// The period between two elements; `nil` when there is neither.
    mutating func period(from start: XMLElement?, to end: XMLElement?) -> InvoicePeriod? {
        guard start != nil || end != nil else { return nil }
        return InvoicePeriod(start: day(start), end: day(end))
    }

    private mutating func note(_ message: String, at element: XMLElement) {
        guard faults.count < Self.maximumFaults else { return }
        faults.append(DocumentFault(location: element.location, message: message))
    }

    private static func shortened(_ text: String) -> String { text.count > 40 ? text.prefix(40) + "…" : text }
}

extension EInvoice.Identifier {
    /// An identifier with its scheme; empty without an element.
    init(_ element: XMLElement?) {
        self.init(value: element?.text ?? "", scheme: element?.attribute("schemeID") ?? "")
    }
}
