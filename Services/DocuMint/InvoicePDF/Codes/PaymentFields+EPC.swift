extension PaymentFields {
    /// The payload of EPC069-12 v2.1: version 002, UTF-8, one element a line, those at the end left out when empty.
    mutating func epcPayload() -> String {
        let bic = bic()
        let name = line(request.from.name, "$.from.name", limit: 70, isRequired: true)
        let iban = iban()?.text ?? ""
        let amount = amount(in: ["EUR"])
        let (reference, text) = remittance()
        var lines = ["BCD", "002", "1", "SCT", bic, name, iban, "EUR\(amount)", "", reference, text]
        while lines.last == "" { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// A reference of ISO 11649, or text: the code has room for one of them only.
    private mutating func remittance() -> (reference: String, text: String) {
        let reference = request.payment.reference.onOneLine
        if let creditorReference = CreditorReference(parsing: reference) { return (creditorReference.text, "") }
        if reference.isMeantAsCreditorReference { report("$.payment.reference", .referenceInvalid) }
        let message = message(limit: 140)
        guard !reference.isEmpty else { return ("", message) }
        let both = message.isEmpty ? reference : "\(reference) \(message)"
        return ("", line(both, "$.payment.reference", limit: 140))
    }
}

extension String {
    /// `RF` and two digits.
    fileprivate var isMeantAsCreditorReference: Bool {
        let bytes = Array(utf8.prefix(4))
        return bytes.count == 4 && (hasPrefix("RF") || hasPrefix("rf"))
            && bytes[2...].allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    }
}
