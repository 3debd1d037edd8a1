import HTTPCore
import InvoicePDF

extension JSONSchema {
    /// What `InvoiceInput` reads. That its amounts have room, and its characters are in a font, no schema can say.
    static let invoiceDraft = named(
        "InvoiceDraft",
        object(
            .optional("company", line, "Short for `from.name`."),
            .optional("from", party, "The seller."),
            .optional("to", party, "The buyer."),
            .required("items", array(of: item, 1...InvoiceRequest.maximumItems)),
            .optional("invoice_number", string(0...200)),
            .optional("date", day, "Of issue. Default: today, in UTC."),
            .optional("due_date", day, "When it is to be paid."),
            .optional("tax_rate", rate, "Of the items that name none, as a fraction: 0.08 means 8 %. Default: no tax is mentioned."),
            .optional("currency", currency.default("USD"), "A code of ISO 4217."),
            .optional("currency_symbol", string(0...InvoiceRequest.maximumSymbolLength), "Instead of the currency's own."),
            .optional("notes", string(0...10_000), "Below the totals; may have several lines."),
            .optional("terms", string(0...10_000), "Of payment, below the notes; may have several lines.")
        )
    )

    private static let item = named(
        "InvoiceItem",
        object(
            .optional("description", string(0...10_000), "May have several lines."),
            .optional("quantity", exactNumber.default(1), "Below zero for what is taken back."),
            .required("unit_price", exactNumber, "Of one, before tax."),
            .optional("tax_rate", rate, "As a fraction: 0.08 means 8 %. Default: that of the invoice.")
        )
    )

    private static let party = named(
        "Party",
        object(
            .optional("name", line),
            .optional("address", anyOf(line, address), "Lines with line feeds between them, or an object."),
            .optional("postal_code", line),
            .optional("city", line),
            .optional("country", line, "As it is to be printed."),
            .optional("email", line),
            .optional("phone", line),
            .optional("vat_id", line),
            .optional("tax_id", line),
            .optional("iban", line, "Printed for the seller only."),
            .optional("bic", line, "Printed for the seller only.")
        )
        .with(
            "allOf",
            [
                once("city", inAddressAs: "city"), once("city", inAddressAs: "state"), once("postal_code", inAddressAs: "postal_code"),
                once("country", inAddressAs: "country"),
            ]
        )
    )

    private static let address = object(
        .optional("line1", line),
        .optional("line2", line),
        .optional("city", line),
        .optional("state", line, "Printed after the city."),
        .optional("postal_code", line),
        .optional("country", line)
    )

    /// Not in the address and beside it.
    private static func once(_ name: String, inAddressAs part: String) -> JSONValue {
        let said: JSONValue = ["type": "string", "minLength": 1]
        let inAddress: JSONValue = ["type": "object", "required": [.string(part)], "properties": [part: said]]
        return ["not": ["required": ["address", .string(name)], "properties": ["address": inAddress, name: said]]]
    }

    // MARK: Values

    private static let line = string(0...1_000)

    /// There was no year 0.
    private static let day = string(pattern: "^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-", format: "date")

    /// Texts with an exponent (`1e3`) are read, too, and so are more digits, as long as there is room for them.
    private static let exactNumber = anyOf(
        number(-InvoiceInput.largestNumber...InvoiceInput.largestNumber),
        string(pattern: "^-?(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,20})?$")
    )

    private static let rate = anyOf(number(0...1), string(pattern: "^(?:0(?:\\.[0-9]{1,20})?|1(?:\\.0{1,20})?)$"))

    /// In any case.
    private static let currency: JSONSchema = {
        let codes = Currency.codes.sorted().map { code in code.map { "[\($0)\($0.lowercased())]" }.joined() }
        return string(pattern: "^(?:\(codes.joined(separator: "|")))$")
    }()
}
