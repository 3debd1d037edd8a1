import Accounts
import HTTPCore
import HTTPTypes
import InvoicePDF
import ServiceKit
import TestKit
import Testing
import Timekeeping

@testable import DocuMintService

/// Requests that nobody would write: from good ones by changes that are drawn by lot, the same in every run.
///
/// `FUZZ_ROUNDS` says how many, for a run of minutes (`make fuzz-pdf`).
@Suite struct InvoiceFuzzTests {
    private static let rounds = ProcessEnvironment.variables["FUZZ_ROUNDS"].flatMap { Int($0) } ?? 300
    private static let now = Timestamp(seconds: 1_776_675_600)

    @Test func `whatever is asked for is made, or refused with its reason`() throws {
        let renderer = InvoiceRenderer()
        var lot = SplitMix64(seed: 20_261_126)
        var (made, refused) = (0, 0)
        for round in 0..<Self.rounds {
            var mutator = JSONMutator(lot: lot)
            let request = mutator.mutated(Self.seeds[round % Self.seeds.count])
            lot = mutator.lot
            do {
                let input = try InvoiceInput(request, at: Self.now)
                let pdf = try renderer.render(input.invoice)
                #expect(pdf.starts(with: "%PDF-1.7".utf8), "round \(round)")
                made += 1
            } catch is InvalidInput {
                refused += 1
            } catch let problem as Problem {
                #expect(problem.code.status.code < 500, "round \(round): \(problem.detail)")
                refused += 1
            } catch let error as InvoiceError {
                #expect(!error.description.isEmpty, "round \(round)")
                refused += 1
            }
        }
        // Neither only good requests nor only bad ones came of it.
        #expect(made > Self.rounds / 20 && refused > Self.rounds / 20, "\(made) made, \(refused) refused")
    }

    @Test func `broken JSON is refused, and never worse`() {
        var lot = SplitMix64(seed: 7)
        for round in 0..<Self.rounds {
            var bytes = Self.seeds[round % Self.seeds.count].serializedBytes()
            for _ in 0..<Int.random(in: 1...4, using: &lot) {
                let place = Int.random(in: 0..<bytes.count, using: &lot)
                switch Int.random(in: 0...3, using: &lot) {
                case 0: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &lot)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(UInt8.random(in: 0...255, using: &lot), at: place)
                default: bytes.removeSubrange(place...)
                }
                if bytes.isEmpty { bytes = [UInt8(ascii: "{")] }
            }
            guard let request = try? JSONParser.parse(bytes) else { continue }
            _ = try? InvoiceInput(request, at: Self.now)
        }
    }

    /// Between them they have every member.
    private static let seeds: [JSONValue] = [
        [
            "company": "Test", "items": [["description": "Item", "quantity": 1, "unit_price": 100]], "locale": "de", "template": "modern",
            "page_size": "A5", "accent_color": "#1a7f64", "labels": ["total": "Summe"], "logo": .string(IssuedInvoiceTests.logo),
        ],
        [
            "from": [
                "name": "Nordlys", "address": ["line1": "Storgata 1", "city": "Oslo", "postal_code": "0155", "country": "NO"],
                "vat_id": "NO1", "iban": "DE02120300000000202051", "bic": "BYLADEM1001", "email": "a@b.example", "phone": "1",
            ],
            "to": ["name": "Käufer", "address": "Hauptstr. 2\n10827 Berlin", "country": "DE", "tax_id": "1/2"],
            "items": [
                [
                    "description": "A\nB", "quantity": "2.5", "unit_price": "99.90", "unit": "h", "sku": "X-1", "tax_rate": "0.07",
                    "discount": ["percent": 10, "reason": "Loyal"], "period": ["start": "2026-01-01", "end": "2026-01-31"],
                ],
                ["description": "C", "unit_price": -3, "tax_category": "S", "discount": 1],
            ],
            "type": "credit_note", "invoice_number": "1", "date": "2026-11-26", "due_date": "2026-12-26", "delivery_date": "2026-11-20",
            "purchase_order": "P", "buyer_reference": "B", "preceding_invoice": "0", "custom_fields": [["label": "L", "value": "V"]],
            "notes": "N", "terms": "T", "currency": "EUR", "currency_symbol": "€", "tax_rate": "0.19", "tax_exemption_reason": "R",
            "prices_include_tax": true, "discount": ["amount": 5], "shipping": "4.90", "rounding": "per_line", "cash_rounding": "0.05",
            "amount_paid": 10, "payment": ["qr": "epc", "reference": "RF18539007547034", "message": ""], "language": "fr",
        ],
        [
            "items": [["description": "خدمة", "unit_price": "1e2"], ["description": "חשבונית 12", "unit_price": 5]], "locale": "ar",
            "template": "minimal", "page_size": "80mm", "profile": "plain", "amount_paid": 0, "tax_category": "Z",
        ],
    ]
}

/// Changes values at places that are drawn by lot.
struct JSONMutator {
    var lot: SplitMix64

    /// What has broken programs before.
    private static let hostile: [JSONValue] = [
        nil, true, "", " ", "0", -1, [], [:], .string(String(repeating: "W", count: 3_000)), "\u{202E}abc\u{2066}",
        "e\u{301}\u{301}\u{301}",
        "日本語のテキスト", "שלום 123 abc", "\u{0}\u{1}\u{7F}", "🙂", "\u{FFFF}", "0.1", "1e400", "-0", "1e-30", "999999999999999",
        "-999999999999999",
        .string(String(repeating: "a\n", count: 200)), "data:image/png;base64,iVBORw0KGgo=", "data:image/jpeg;base64,/9j/", "2026-02-30",
        "9999-12-31", "xrechnung", "facturx-basic", "swiss", "upi", "JPY", "KWD", "CHF", "INR", "AE", "K", "E", "O", "he", "th", "zh-Hant",
        "80mm",
        "{rate}{basis}{page}", "(\\) Tj ET endstream", "]]><x/>&amp;",
    ]

    mutating func mutated(_ value: JSONValue) -> JSONValue {
        var value = value
        for _ in 0..<Int.random(in: 1...3, using: &lot) { value = changed(value) }
        return value
    }

    private mutating func changed(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let members) where members.count > 0:
            var members = members
            let name = members.map(\.0)[Int.random(in: 0..<members.count, using: &lot)]
            switch Int.random(in: 0...9, using: &lot) {
            case 0: members[name] = nil
            case 1: members[name + "x"] = hostile()
            default: members[name] = changed(members[name] ?? nil)
            }
            return .object(members)
        case .array(var elements) where !elements.isEmpty:
            let place = Int.random(in: 0..<elements.count, using: &lot)
            switch Int.random(in: 0...9, using: &lot) {
            case 0: elements.remove(at: place)
            case 1: elements += Array(repeating: elements[place], count: Int.random(in: 1...40, using: &lot))
            default: elements[place] = changed(elements[place])
            }
            return .array(elements)
        default: return hostile()
        }
    }

    private mutating func hostile() -> JSONValue { Self.hostile[Int.random(in: 0..<Self.hostile.count, using: &lot)] }
}
