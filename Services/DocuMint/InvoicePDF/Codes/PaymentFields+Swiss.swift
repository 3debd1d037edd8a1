extension PaymentFields {
    /// The payload and the texts of a QR-bill (Implementation Guidelines v2.3 §4): structured addresses only.
    mutating func swissBill() -> (payload: String, paymentPart: SwissPaymentPart) {
        let iban = swissIBAN()
        let creditor = swissAddress(of: request.from, at: "$.from")
        let amount = amount(in: ["CHF", "EUR"]).text(minimumFractionDigits: 2)
        let debtor = request.to.hasPlace ? swissAddress(of: request.to, at: "$.to") : nil
        let reference = swissReference(for: iban)
        let message = swissText(message(limit: 140), request.payment.message.isEmpty ? "$.invoice_number" : "$.payment.message")
        let noAddress = [String](repeating: "", count: 7)
        let head = ["SPC", "0200", "1", iban?.text ?? ""]
        // The ultimate creditor, which follows the creditor, is reserved.
        let parties = creditor.elements + noAddress + [amount, request.currency.code] + (debtor?.elements ?? noAddress)
        let payload = head + parties + [reference.type, reference.text, message, "EPD"]
        let part = SwissPaymentPart(
            account: [iban?.grouped ?? ""] + creditor.printed,
            reference: reference.printed,
            additionalInformation: message.isEmpty ? nil : message,
            payableBy: debtor?.printed,
            currency: request.currency.code,
            amount: amount.withSpacedThousands
        )
        return (payload.joined(separator: "\r\n"), part)
    }

    private mutating func swissIBAN() -> IBAN? {
        guard let iban = iban() else { return nil }
        if !["CH", "LI"].contains(iban.country) || iban.text.utf8.count != 21 { report("$.from.iban", .ibanNotSwiss) }
        return iban
    }

    /// A QR reference with a QR-IBAN; with any other IBAN one of ISO 11649 or none.
    private mutating func swissReference(for iban: IBAN?) -> (type: String, text: String, printed: String?) {
        let text = request.payment.reference.onOneLine
        let reference = QRReference(parsing: text)
        if iban?.isQRIBAN == true || iban != nil && reference != nil {
            guard iban?.isQRIBAN == true, let reference else {
                report("$.payment.reference", .qrReferenceInvalid)
                return ("QRR", "", nil)
            }
            return ("QRR", reference.text, reference.grouped)
        }
        if text.isEmpty { return ("NON", "", nil) }
        if let reference = CreditorReference(parsing: text) { return ("SCOR", reference.text, reference.grouped) }
        if reference == nil { report("$.payment.reference", .referenceInvalid) }
        return ("SCOR", "", nil)
    }

    private mutating func swissAddress(of party: InvoiceParty, at path: String) -> SwissAddress {
        let country = party.country.onOneLine.uppercased()
        if country.isEmpty {
            report("\(path).country", .requiredForPaymentCode)
        } else if country.utf8.count != 2 || !country.utf8.allSatisfy((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains) {
            report("\(path).country", .countryNotACode)
        }
        let lines = party.address.split(whereSeparator: \.isNewline).map { String($0).onOneLine }.filter { !$0.isEmpty }
        let (street, number) = SwissAddress.splittingNumber(of: lines.joined(separator: ", "))
        return SwissAddress(
            name: swissLine(party.name, "\(path).name", limit: 70, isRequired: true),
            street: swissLine(street, "\(path).address", limit: 70),
            number: number,
            postalCode: swissLine(party.postalCode, "\(path).postal_code", limit: 16, isRequired: true),
            city: swissLine(party.city, "\(path).city", limit: 35, isRequired: true),
            country: country
        )
    }

    private mutating func swissLine(_ text: String, _ path: String, limit: Int, isRequired: Bool = false) -> String {
        swissText(line(text, path, limit: limit, isRequired: isRequired), path)
    }

    /// §4.1.1: Latin letters, as far as Swiss payments have them.
    private mutating func swissText(_ text: String, _ path: String) -> String {
        let isAllowed = text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x20...0x7E, 0xA0...0x17F, 0x218...0x21B, 0x20AC: true
            default: false
            }
        }
        if !isAllowed { report(path, .characterNotInPaymentCode) }
        return text
    }
}

extension InvoiceParty {
    /// Whether any part of an address that names a place is there.
    fileprivate var hasPlace: Bool { ![postalCode, city, country].allSatisfy(\.onOneLine.isEmpty) }
}

extension IBAN {
    /// Whether a Swiss account is for payments with a QR reference: its bank number is 30000 … 31999 (§2.3).
    var isQRIBAN: Bool {
        guard ["CH", "LI"].contains(country), let bank = Int(text.dropFirst(4).prefix(5)) else { return false }
        return (30_000...31_999).contains(bank)
    }
}

extension String {
    /// `1234567.50` as `1 234 567.50`.
    fileprivate var withSpacedThousands: String {
        let parts = split(separator: ".")
        let whole = String(String(parts[0].reversed()).grouped(by: 3).reversed())
        return parts.count == 2 ? "\(whole).\(parts[1])" : whole
    }
}
