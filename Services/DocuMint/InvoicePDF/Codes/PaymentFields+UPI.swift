extension PaymentFields {
    /// A link of the UPI Linking Specification (NPCI) v1.6: `upi://pay?pa=…&pn=…&am=…&cu=INR&tr=…&tn=…`.
    mutating func upiPayload() -> String {
        let address = request.payment.upiID.onOneLine
        if address.isEmpty {
            report("$.payment.upi_id", .requiredForPaymentCode)
        } else if !Self.isVirtualPaymentAddress(address) {
            report("$.payment.upi_id", .upiIDInvalid)
        }
        let name = line(request.from.name, "$.from.name", limit: 99, isRequired: true)
        let amount = amount(in: ["INR"])
        let reference = line(request.payment.reference, "$.payment.reference", limit: 35)
        let note = message(limit: 80)
        let parameters = [
            ("pa", address), ("pn", name), ("am", amount.text(minimumFractionDigits: 2)), ("cu", "INR"), ("tr", reference), ("tn", note),
        ]
        return "upi://pay?" + parameters.filter { !$0.1.isEmpty }.map { "\($0.0)=\($0.1.percentEncoded)" }.joined(separator: "&")
    }

    /// `name@bank`: letters, digits, `.`, `-` and `_` before the sign, letters and digits that begin with a letter after it.
    private static func isVirtualPaymentAddress(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, (2...255).contains(parts[0].count), (2...64).contains(parts[1].count) else { return false }
        return parts[0].allSatisfy { $0.isASCIIAlphanumeric || ".-_".utf8.contains($0) }
            && parts[1].allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: ".") }
            && parts[1].first.map { $0 >= UInt8(ascii: "A") } == true
    }
}

extension String {
    /// With `%` and two digits for each byte that is not unreserved in URIs (RFC 3986 §2.3); `@` stays, as the specification of UPI writes it.
    fileprivate var percentEncoded: String {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = utf8.flatMap { byte -> [UInt8] in
            byte.isASCIIAlphanumeric || "-._~@".utf8.contains(byte)
                ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    /// A letter or digit of ASCII.
    fileprivate var isASCIIAlphanumeric: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: false
        }
    }
}
