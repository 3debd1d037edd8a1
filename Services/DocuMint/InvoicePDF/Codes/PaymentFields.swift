/// Reads from a request what payment codes say, and collects what is wrong with it.
struct PaymentFields {
    let request: InvoiceRequest
    private let amountDue: DecimalNumber
    private(set) var faults: [InvoiceFault] = []

    init(_ request: InvoiceRequest, amountDue: DecimalNumber) {
        self.request = request
        self.amountDue = amountDue
    }

    mutating func report(_ path: String, _ kind: InvoiceFault.Kind) {
        faults.append(InvoiceFault(path: path, kind: kind))
    }

    /// A text on one line, at most `limit` characters.
    mutating func line(_ text: String, _ path: String, limit: Int, isRequired: Bool = false) -> String {
        let line = text.onOneLine
        if isRequired, line.isEmpty { report(path, .requiredForPaymentCode) }
        if line.unicodeScalars.count > limit { report(path, .tooLongForPaymentCode) }
        return line
    }

    /// The amount due, if it is one that a transfer can have.
    mutating func amount(in currencies: Set<String>) -> DecimalNumber {
        if !currencies.contains(request.currency.code) { report("$.currency", .currencyNotOfPaymentCode) }
        if let cents = amountDue.minorUnits(exponent: 2), (1...99_999_999_999).contains(cents) { return amountDue }
        report("$.payment.qr", .amountNotPayable)
        return .zero
    }

    mutating func iban() -> IBAN? {
        guard !request.from.iban.onOneLine.isEmpty else {
            report("$.from.iban", .requiredForPaymentCode)
            return nil
        }
        let iban = IBAN(parsing: request.from.iban)
        if iban == nil { report("$.from.iban", .ibanInvalid) }
        return iban
    }

    /// Empty, or a BIC (ISO 9362): four letters or digits of the party, two letters of the country, two or five letters or digits.
    mutating func bic() -> String {
        guard let bic = Modulo97.normalized(request.from.bic) else {
            report("$.from.bic", .bicInvalid)
            return ""
        }
        let hasCountry = bic.utf8.dropFirst(4).prefix(2).allSatisfy { $0 >= UInt8(ascii: "A") }
        guard bic.isEmpty || [8, 11].contains(bic.utf8.count) && hasCountry else {
            report("$.from.bic", .bicInvalid)
            return ""
        }
        return bic
    }

    /// The message, or where there is neither message nor reference, the number of the invoice: without one, nobody knows what was paid.
    mutating func message(limit: Int) -> String {
        let message = line(request.payment.message, "$.payment.message", limit: limit)
        guard message.isEmpty, request.payment.reference.onOneLine.isEmpty else { return message }
        return line(request.invoiceNumber, "$.invoice_number", limit: limit)
    }
}

extension String {
    /// The words with one space between them, whatever white space was there.
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
