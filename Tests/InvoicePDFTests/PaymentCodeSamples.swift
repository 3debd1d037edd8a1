import Foundation
import Testing

@testable import InvoicePDF

/// Requests whose codes are checked here, and by the libraries of others in `Tests/VerifyPDF/codes.py`.
enum PaymentCodeSamples {
    static let epc: InvoiceRequest = {
        let from = InvoiceParty(name: "Wikimedia Fördergesellschaft", iban: "DE33 1002 0500 0001 1947 00", bic: "BFSWDE33BER")
        var request = Self.request(from: from, price: DecimalNumber(reducing: 1234, scale: 1), currency: "EUR")
        request.payment = PaymentDetails(code: .epc, message: "Invoice 2025-0042")
        return request
    }()

    static let epcReference: InvoiceRequest = {
        var request = epc
        request.payment.reference = "RF18 5390 0754 7034"
        return request
    }()

    static let swiss: InvoiceRequest = {
        let from = InvoiceParty(
            name: "Robert Schneider AG",
            address: "Rue du Lac 1268",
            postalCode: "2501",
            city: "Biel",
            country: "CH",
            iban: "CH44 3199 9123 0008 8901 2"
        )
        let to = InvoiceParty(
            name: "Pia-Maria Rutschmann-Schnyder",
            address: "Grosse Marktgasse 28",
            postalCode: "9400",
            city: "Rorschach",
            country: "ch"
        )
        var request = Self.request(from: from, to: to, price: DecimalNumber(reducing: 194_975, scale: 2), currency: "CHF")
        request.payment = PaymentDetails(code: .swiss, reference: "21 00000 00003 13947 14300 09017", message: "Order of 15.09.2025")
        return request
    }()

    static let swissReference: InvoiceRequest = {
        var request = swiss
        request.from.iban = "CH5800791123000889012"
        request.to = InvoiceParty(
            name: "Jürgen Groß",
            address: "Straße 1\nHinterhaus",
            postalCode: "10115",
            city: "Berlin",
            country: "DE"
        )
        request.currency = Currency(code: "EUR") ?? .usd
        request.payment = PaymentDetails(code: .swiss, reference: "RF18539007547034")
        return request
    }()

    static let swissWithoutReference: InvoiceRequest = {
        var request = swissReference
        request.to = InvoiceParty(name: "Somebody")
        request.payment = PaymentDetails(code: .swiss)
        return request
    }()

    static let upi: InvoiceRequest = {
        var request = Self.request(from: InvoiceParty(name: "Chai & Co"), price: 450, currency: "INR")
        request.payment = PaymentDetails(code: .upi, reference: "INV/42", message: "चाय", upiID: "shop.one@okbank")
        return request
    }()

    private static func request(
        from: InvoiceParty,
        to: InvoiceParty = InvoiceParty(),
        price: DecimalNumber,
        currency: String
    ) -> InvoiceRequest {
        let items = [InvoiceItem(description: "Work", unitPrice: price)]
        return InvoiceRequest(from: from, to: to, items: items, invoiceNumber: "2025-0042", currency: Currency(code: currency) ?? .usd)
    }
}

extension InvoiceRequest {
    func code() throws -> PaymentCode? { try PaymentCode(for: self, amounts: .compute(for: self)) }
}

/// What `make verify-pdf` hands to `Tests/VerifyPDF/codes.py`: codes as JSON in the file that `CODES_FILE` names.
@Suite("Codes for the libraries of others", .enabled(if: ProcessInfo.processInfo.environment["CODES_FILE"] != nil))
struct CodesFileTests {
    private struct Code: Encodable {
        let name: String
        let text: String
        let version: Int
        let level: String
        let mask: Int
        let rows: [String]

        init(_ name: String, _ text: String, _ code: QRCode) {
            self.name = name
            self.text = text
            (version, level, mask) = (code.version, "\(code.level)", code.mask)
            rows = (0..<code.size).map { row in String((0..<code.size).map { code[$0, row] ? "1" : "0" }) }
        }
    }

    @Test("are written")
    func write() throws {
        let samples = [
            ("epc", PaymentCodeSamples.epc), ("epc-reference", PaymentCodeSamples.epcReference), ("swiss", PaymentCodeSamples.swiss),
            ("swiss-reference", PaymentCodeSamples.swissReference), ("swiss-none", PaymentCodeSamples.swissWithoutReference),
            ("upi", PaymentCodeSamples.upi),
        ]
        let payments = try samples.map { name, request in
            let code = try #require(try request.code())
            return Code(name, code.payload, code.qr)
        }
        let path = try #require(ProcessInfo.processInfo.environment["CODES_FILE"])
        try JSONEncoder().encode(payments + Self.allVersions()).write(to: URL(filePath: path))
    }

    /// Every version and level in every mode, filled to about the last character.
    private static func allVersions() throws -> [Code] {
        try (1...40).flatMap { version in
            try QRCode.Level.allCases.flatMap { level in
                let room = QRBlocks(version: version, level: level).dataCount
                let texts = [
                    filler("abcdefghijklmnopqrstuvwxyzäß€", count: room - 3),
                    filler("ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", count: (room * 8 - 20) / 11 * 2),
                    filler("0123456789", count: (room * 8 - 20) / 10 * 3),
                ]
                return try texts.map { text in
                    Code("version \(version)", text, try #require(QRCode(encoding: text, level: level, versions: version...version)))
                }
            }
        }
    }

    /// Random characters of at most `count` bytes.
    private static func filler(_ alphabet: String, count: Int) -> String {
        var text = ""
        while let next = alphabet.randomElement(), text.utf8.count + next.utf8.count <= count { text.append(next) }
        return text
    }
}
