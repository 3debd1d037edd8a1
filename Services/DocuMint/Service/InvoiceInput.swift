import Timekeeping
import HTTPCore
import InvoicePDF

/// An invoice as a request asks for it. Source: contracts/documint.md, Request.
struct InvoiceInput: Sendable {
    /// What a quantity or a price may be at most, and its opposite at least: a quadrillion.
    static let largestNumber = 1_000_000_000_000_000

    /// What it says.
    var invoice: InvoiceRequest
    /// Where the JSON has texts that `invoice` has elsewhere: their places in the JSON, by their places in `invoice`.
    let origins: [String: JSONPath]

    /// Reads the JSON of a request.
    ///
    /// - Parameter now: its day in UTC is the date of an invoice that names none.
    /// - Throws: 400 with all faults; 422 if the only fault is that numbers have more digits than can be kept.
    init(_ input: JSONValue, at now: Timestamp) throws {
        let reader = ObjectReader(input)
        var origins: [String: JSONPath] = [:]
        var unfit: [InvoiceFault] = []
        var from = reader.object("from").map { InvoiceParty(reading: $0, origins: &origins) } ?? InvoiceParty()
        if let company = reader.string("company", length: 0...1_000), from.name.isEmpty {
            from.name = company
            origins["$.from.name"] = "$.company"
        }
        let items = reader.objects("items", required: true, count: 1...InvoiceRequest.maximumItems) ?? []
        invoice = InvoiceRequest(
            from: from,
            to: reader.object("to").map { InvoiceParty(reading: $0, origins: &origins) } ?? InvoiceParty(),
            items: items.map { InvoiceItem(reading: $0, unfit: &unfit) },
            invoiceNumber: reader.string("invoice_number", length: 0...200, default: ""),
            date: reader.date("date") ?? InvoiceDate(of: now),
            dueDate: reader.date("due_date"),
            taxRate: reader.rate("tax_rate", unfit: &unfit),
            currency: reader.currency("currency"),
            currencySymbol: reader.string("currency_symbol", length: 0...InvoiceRequest.maximumSymbolLength),
            notes: reader.string("notes", length: 0...10_000, default: ""),
            terms: reader.string("terms", length: 0...10_000, default: "")
        )
        self.origins = origins
        // All faults at once; but a request in which nothing else is wrong is well-formed.
        if reader.hasFaults {
            for fault in unfit { reader.fault(at: JSONPath(stringLiteral: fault.path), fault.code, fault.message) }
        }
        do {
            try reader.finish()
        } catch {
            throw Self.problem(error)
        }
        if !unfit.isEmpty { throw InvoiceError.invalid(unfit).answer(origins: origins) }
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
    fileprivate init(reading reader: ObjectReader, unfit: inout [InvoiceFault]) {
        self.init(
            description: reader.string("description", length: 0...10_000, default: ""),
            quantity: reader.decimal("quantity", unfit: &unfit) ?? .one,
            unitPrice: reader.decimal("unit_price", required: true, unfit: &unfit) ?? .zero,
            taxRate: reader.rate("tax_rate", unfit: &unfit)
        )
    }
}

extension ObjectReader {
    /// A quantity or a price with its exact digits, written as a number or as a text.
    ///
    /// - Parameter unfit: gets what has more digits than a `DecimalNumber` can hold.
    fileprivate func decimal(_ name: String, required: Bool = false, unfit: inout [InvoiceFault]) -> DecimalNumber? {
        let number = exactNumber(name, required: required, unfit: &unfit)
        let largest = DecimalNumber(InvoiceInput.largestNumber)
        if let number, number < -largest || number > largest {
            fault(name, .outOfRange, "must be from -\(largest) to \(largest)")
        }
        return number
    }

    fileprivate func rate(_ name: String, unfit: inout [InvoiceFault]) -> DecimalNumber? {
        let rate = exactNumber(name, unfit: &unfit)
        if let rate, rate.isNegative || rate > .one { fault(name, .outOfRange, "must be a fraction from 0 to 1: 0.08 means 8 %") }
        return rate
    }

    private func exactNumber(_ name: String, required: Bool = false, unfit: inout [InvoiceFault]) -> DecimalNumber? {
        guard let number = number(name, required: required, acceptsText: true) else { return nil }
        do {
            return try DecimalNumber(parsing: number.text)
        } catch {
            unfit.append(InvoiceFault(path: path.member(name).text, kind: .numberOutOfRange))
            return nil
        }
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
