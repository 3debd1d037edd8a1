import HTTPCore
import InvoicePDF
import Timekeeping

/// An invoice as a request asks for it. Source: contracts/documint.md, Request.
struct InvoiceInput: Sendable {
    /// What a quantity or a price may be at most, and its opposite at least: a quadrillion.
    static let largestNumber = 1_000_000_000_000_000

    /// What it says.
    var invoice: InvoiceRequest
    /// Where the JSON has texts that `invoice` has elsewhere: their places in the JSON, by their places in `invoice`.
    let origins: [String: JSONPath]

    /// Reads the JSON of a request. That may take many milliseconds, and as many megabytes: for the logo.
    ///
    /// - Parameter now: its day in UTC is the date of an invoice that names none.
    /// - Throws: 400 with all faults; 422 if the only faults are numbers with more digits than can be kept, and pictures that are none.
    init(_ input: JSONValue, at now: Timestamp) throws {
        let reader = InvoiceReader(input)
        invoice = reader.invoice(at: now)
        origins = reader.origins
        try reader.finish()
    }
}

/// Reads the parts of a request one after the other, and collects what is wrong.
final class InvoiceReader {
    let reader: ObjectReader
    /// See ``InvoiceInput/origins``.
    var origins: [String: JSONPath] = [:]
    /// What is well-formed and cannot be used: numbers with more digits than a `DecimalNumber` can hold, and pictures that are none.
    var unfit: [InputFault] = []

    init(_ input: JSONValue) { reader = ObjectReader(input) }

    func invoice(at now: Timestamp) -> InvoiceRequest {
        let from = seller()
        let to = reader.object("to").map { InvoiceParty(reading: $0, origins: &origins) } ?? InvoiceParty()
        let items = (reader.objects("items", required: true, count: 1...InvoiceRequest.maximumItems) ?? []).map(item)
        var invoice = InvoiceRequest(
            from: from,
            to: to,
            items: items,
            invoiceNumber: reader.string("invoice_number", length: 0...200, default: ""),
            date: reader.day("date") ?? InvoiceDate(of: now),
            dueDate: reader.day("due_date"),
            taxRate: rate("tax_rate", in: reader),
            currency: reader.currency("currency"),
            currencySymbol: reader.string("currency_symbol", length: 0...InvoiceRequest.maximumSymbolLength),
            notes: reader.string("notes", length: 0...10_000, default: ""),
            terms: reader.string("terms", length: 0...10_000, default: "")
        )
        readFacts(into: &invoice)
        readMoney(into: &invoice)
        readAppearance(into: &invoice)
        return invoice
    }

    /// - Throws: as ``InvoiceInput/init(_:at:)``.
    func finish() throws {
        // All faults at once; but a request in which nothing else is wrong is well-formed.
        if reader.hasFaults {
            for fault in unfit { reader.fault(at: fault.path, fault.code, fault.message) }
        }
        do {
            try reader.finish()
        } catch {
            throw Self.problem(error)
        }
        guard unfit.isEmpty else {
            throw InvoiceError.answer(to: InvoiceError.listed(unfit) { $0 }, areNumbers: unfit.allSatisfy { $0.code == Self.outOfRange })
        }
    }

    private func seller() -> InvoiceParty {
        let object = reader.object("from")
        var from = object.map { InvoiceParty(reading: $0, origins: &origins) } ?? InvoiceParty()
        if let company = reader.string("company", length: 0...1_000), from.name.isEmpty {
            from.name = company
            origins["$.from.name"] = "$.company"
        }
        logo = object.flatMap { picture(in: $0) }
        return from
    }

    /// That of the seller, which one beside the seller replaces.
    var logo: InvoiceImage?

    private func readFacts(into invoice: inout InvoiceRequest) {
        invoice.type = reader.choice("type", default: .invoice)
        invoice.deliveryDate = reader.day("delivery_date")
        invoice.purchaseOrder = reader.string("purchase_order", length: 0...200, default: "")
        invoice.buyerReference = reader.string("buyer_reference", length: 0...200, default: "")
        invoice.precedingInvoice = reader.string("preceding_invoice", length: 0...200, default: "")
        invoice.customFields = (reader.objects("custom_fields", count: 0...InvoiceRequest.maximumCustomFields) ?? []).map { field in
            CustomField(
                label: field.requiredString("label", length: 1...100),
                value: field.string("value", required: true, length: 0...1_000) ?? ""
            )
        }
    }

    private func readAppearance(into invoice: inout InvoiceRequest) {
        invoice.appearance = InvoiceAppearance(
            template: reader.choice("template", default: .classic),
            pageSize: reader.choice("page_size", default: .a4),
            accent: reader.color("accent_color"),
            logo: picture(in: reader) ?? logo
        )
        invoice.profile = reader.choice("profile", default: .pdfa)
        invoice.locale = locale()
    }

    private func locale() -> InvoiceLocale {
        var locale = reader.locale("locale") ?? .english
        if let words = reader.locale("language") { locale = locale.speaking(words) }
        guard let labels = reader.object("labels") else { return locale }
        for name in InvoiceLabels.names {
            if let word = labels.string(name, length: 0...200) { locale.labels[name] = word }
        }
        return locale
    }

    /// The original's words for its commonest fault are a promise; all others go by their own.
    private static func problem(_ input: InvalidInput) -> any Error {
        let areItemsMissing = input.faults.contains { $0.path == "$.items" && $0.code != .tooLong }
        guard areItemsMissing else { return input }
        let text = "items is required and must be a non-empty array"
        return Problem(.invalidInput, "\"items\" must be an array with at least one item.", error: text, faults: input.faults)
    }
}
