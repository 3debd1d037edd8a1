import Timekeeping
import HTTPCore
import InvoicePDF

/// An invoice as a request asks for it. Source: contracts/documint.md, Request.
struct InvoiceInput: Sendable {
    /// What it says.
    var invoice: InvoiceRequest
    /// Where the JSON has texts that `invoice` has elsewhere: their places in the JSON, by their places in `invoice`.
    let origins: [String: JSONPath]

    /// Reads the JSON of a request.
    ///
    /// - Parameter now: its day in UTC is the date of an invoice that names none.
    /// - Throws: 400 with all faults.
    init(_ input: JSONValue, at now: Timestamp) throws {
        let reader = ObjectReader(input)
        var origins: [String: JSONPath] = [:]
        var from = reader.object("from").map { InvoiceParty(reading: $0, origins: &origins) } ?? InvoiceParty()
        if let company = reader.string("company", length: 0...1_000), from.name.isEmpty {
            from.name = company
            origins["$.from.name"] = "$.company"
        }
        let items = reader.objects("items", required: true, count: 1...InvoiceRequest.maximumItems) ?? []
        invoice = InvoiceRequest(
            from: from,
            to: reader.object("to").map { InvoiceParty(reading: $0, origins: &origins) } ?? InvoiceParty(),
            items: items.map(InvoiceItem.init(reading:)),
            invoiceNumber: reader.string("invoice_number", length: 0...200, default: ""),
            date: reader.date("date") ?? InvoiceDate(of: now),
            dueDate: reader.date("due_date"),
            taxRate: reader.rate("tax_rate"),
            currency: reader.currency("currency"),
            currencySymbol: reader.string("currency_symbol", length: 0...InvoiceRequest.maximumSymbolLength),
            notes: reader.string("notes", length: 0...10_000, default: ""),
            terms: reader.string("terms", length: 0...10_000, default: "")
        )
        self.origins = origins
        do {
            try reader.finish()
        } catch {
            throw Self.problem(error)
        }
    }

    /// The original's words for its commonest fault are a promise; all others go by their own.
    private static func problem(_ input: InvalidInput) -> any Error {
        let areItemsMissing = input.faults.contains { $0.path == "$.items" && $0.code != .tooLong }
        guard areItemsMissing else { return input }
        let text = "items is required and must be a non-empty array"
        return Problem(.invalidInput, "\"items\" must be an array with at least one item.", error: text, faults: input.faults)
    }
}

extension InvoiceItem {
    fileprivate init(reading reader: ObjectReader) {
        self.init(
            description: reader.string("description", length: 0...10_000, default: ""),
            quantity: reader.decimal("quantity") ?? .one,
            unitPrice: reader.decimal("unit_price", required: true) ?? .zero,
            taxRate: reader.rate("tax_rate")
        )
    }
}

extension ObjectReader {
    /// A number with its exact digits, written as a number or as a text.
    fileprivate func decimal(_ name: String, required: Bool = false) -> DecimalNumber? {
        guard let number = number(name, required: required, acceptsText: true) else { return nil }
        do {
            return try DecimalNumber(parsing: number.text)
        } catch {
            fault(name, .outOfRange, "must have at most 38 digits, and at most 38 after the decimal point")
            return nil
        }
    }

    fileprivate func rate(_ name: String) -> DecimalNumber? {
        let rate = decimal(name)
        if let rate, rate.isNegative || rate > .one { fault(name, .outOfRange, "must be a fraction from 0 to 1: 0.08 means 8 %") }
        return rate
    }

    fileprivate func date(_ name: String) -> InvoiceDate? {
        guard let text = string(name, length: 1...40) else { return nil }
        let date = InvoiceDate(parsing: text)
        if date == nil { fault(name, .notAllowed, "must be a day that exists, written as 2026-01-31") }
        return date
    }

    fileprivate func currency(_ name: String) -> Currency {
        guard let code = string(name, length: 1...40) else { return .usd }
        let currency = Currency(code: code)
        if currency == nil { fault(name, .notAllowed, "must be a currency code of ISO 4217, such as \"EUR\"") }
        return currency ?? .usd
    }
}
