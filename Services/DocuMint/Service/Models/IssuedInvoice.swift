import Cryptography
import Database
import HTTPCore
import InvoicePDF
import Timekeeping

/// An invoice that was given out, and counted.
struct IssuedInvoice: Sendable {
    let rowID: Int64
    /// What it is known by outside: `inv_` and 20 letters and digits.
    let publicID: String
    let issuedAt: Timestamp
    /// Of what was given out.
    let mediaType: String
    /// Of what was given out, in hexadecimal digits.
    let sha256: String
    let type: String
    let number: String
    let buyer: String
    let currency: String
    let totals: Totals

    /// In the smallest unit of the currency.
    struct Totals: Sendable {
        let net, tax, total, due: Int64
    }

    /// One that is about to be given out, and has no row yet.
    init(_ bytes: [UInt8], _ form: InvoiceForm, of invoice: InvoiceRequest, _ amounts: InvoiceAmounts, at now: Timestamp) throws {
        rowID = 0
        publicID = "inv_" + (try RandomToken.base62(count: 20))
        issuedAt = now
        mediaType = form.mediaType
        sha256 = SHA256.digest(of: bytes).hex
        type = invoice.type.rawValue
        number = invoice.invoiceNumber.withoutNUL
        buyer = invoice.to.name.withoutNUL
        currency = amounts.currency.code
        // An amount that does not fit is refused when it is computed.
        let units = { (amount: DecimalNumber) in amount.minorUnits(exponent: amounts.currency.exponent) ?? 0 }
        totals = Totals(
            net: units(amounts.netTotal),
            tax: units(amounts.taxTotal),
            total: units(amounts.total),
            due: units(amounts.amountDue)
        )
    }

    init(_ row: borrowing Row) throws {
        rowID = try row["id"]
        publicID = try row["public_id"]
        issuedAt = try row["issued_at"]
        mediaType = try row["media_type"]
        sha256 = try row["sha256"]
        type = try row["type"]
        number = try row["number"]
        buyer = try row["buyer"]
        currency = try row["currency"]
        totals = Totals(net: try row["net_total"], tax: try row["tax_total"], total: try row["total"], due: try row["amount_due"])
    }

    /// As the API shows it.
    func json(baseURL: String) -> JSONObject {
        [
            "id": .string(publicID), "type": .string(type), "number": .string(number), "buyer": .string(buyer),
            "currency": .string(currency), "net_total": amount(totals.net), "tax_total": amount(totals.tax),
            "total": amount(totals.total), "amount_due": amount(totals.due), "media_type": .string(mediaType), "sha256": .string(sha256),
            "issued_at": JSONValue(issuedAt), "pdf_url": .string("\(baseURL)/api/v1/invoices/\(publicID)/pdf"),
        ]
    }

    private func amount(_ units: Int64) -> JSONValue {
        let exponent = Currency(code: currency)?.exponent ?? 2
        return .string(DecimalNumber(minorUnits: units, exponent: exponent).text(minimumFractionDigits: exponent))
    }
}

extension String {
    /// Without U+0000, which is not printed either and which PostgreSQL has no room for.
    fileprivate var withoutNUL: String {
        guard utf8.contains(0) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { $0.value != 0 }))
    }
}
