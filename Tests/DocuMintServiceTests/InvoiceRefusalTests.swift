import HTTPCore
import HTTPTypes
import InvoicePDF
import TestKit
import Testing

@testable import DocuMintService

@Suite struct InvoiceRefusalTests {
    static let withoutItems: [(JSONValue, String)] = [
        ([:], "required"), (["items": nil], "null_not_allowed"), (["items": []], "too_short"), (["items": "Item"], "wrong_type"),
        (["items": 1], "wrong_type"), (["items": ["unit_price": 1]], "wrong_type"), (["company": 1, "items": []], "too_short"),
    ]

    @Test("no invoice without items", arguments: withoutItems.indices)
    func items(row: Int) async throws {
        try await Service.run { service in
            let (body, code) = Self.withoutItems[row]
            let owner = try await service.signedUp()
            for answer in [try await service.client.demo(body), try await owner.invoice(body)] {
                #expect(answer.status == 400)
                #expect(answer.header("Content-Type") == "application/problem+json")
                #expect(try answer.json["error"] == "items is required and must be a non-empty array")
                #expect(try answer.code == "invalid_input")
                #expect(try answer.faults.contains("$.items \(code)"))
            }
        }
    }

    @Test func `a refusal has the form of every error`() async throws {
        try await Service.run { service in
            let answer = try await service.client.demo(["items": []])
            #expect(
                try answer.json.names == ["type", "title", "status", "code", "detail", "error", "request_id", "errors"]
            )
            #expect(try answer.json["type"] == "/errors/invalid_input")
            #expect(try answer.json["status"] == 400)
            #expect(try answer.json["request_id"]?.stringValue == answer.header("X-Request-Id"))
            #expect(try answer.json["errors"]?[0] == ["path": "$.items", "code": "too_short", "message": "must not be empty"])
        }
    }

    private static func text(_ length: Int) -> JSONValue { .string(String(repeating: "x", count: length)) }

    static let faults: [(JSONValue, [String])] = [
        ([], ["$ wrong_type"]),
        (nil, ["$ wrong_type"]),
        ("items", ["$ wrong_type"]),
        (.invoice(["items": [1, nil, []]]), ["$.items[0] wrong_type", "$.items[1] wrong_type", "$.items[2] wrong_type"]),
        (.invoice(["items": [[:]]]), ["$.items[0].unit_price required"]),
        (.item(["unit_price": nil]), ["$.items[0].unit_price null_not_allowed"]),
        (.item(["unit_price": "abc"]), ["$.items[0].unit_price not_a_number"]),
        (.item(["unit_price": "1,50"]), ["$.items[0].unit_price not_a_number"]),
        (.item(["unit_price": "0x10"]), ["$.items[0].unit_price not_a_number"]),
        (.item(["unit_price": "NaN"]), ["$.items[0].unit_price not_a_number"]),
        (.item(["unit_price": ""]), ["$.items[0].unit_price not_a_number"]),
        (.item(["unit_price": true]), ["$.items[0].unit_price not_a_number"]),
        (.item(["unit_price": .string(String(repeating: "9", count: 101))]), ["$.items[0].unit_price too_long"]),
        (.item(["unit_price": "1000000000000000.01"]), ["$.items[0].unit_price out_of_range"]),
        (.item(["unit_price": "-1e16", "quantity": "1e16"]), ["$.items[0].quantity out_of_range", "$.items[0].unit_price out_of_range"]),
        (
            .item(["unit_price": "1e999", "quantity": "x"]),
            ["$.items[0].quantity not_a_number", "$.items[0].unit_price number_out_of_range"]
        ),
        (.item(["quantity": []]), ["$.items[0].quantity not_a_number"]),
        (.item(["tax_rate": 8]), ["$.items[0].tax_rate out_of_range"]),
        (.item(["tax_rate": -0.01]), ["$.items[0].tax_rate out_of_range"]),
        (.item(["description": 1]), ["$.items[0].description wrong_type"]),
        (.item(["description": text(10_001)]), ["$.items[0].description too_long"]),
        (.item(["quantitty": 1]), ["$.items[0].quantitty unknown_field"]),
        (.invoice(["items": .array(Array(repeating: ["unit_price": 1], count: 2_001))]), ["$.items too_long"]),
        (.invoice(["tax_rate": 1.01]), ["$.tax_rate out_of_range"]),
        (.invoice(["tax_rate": "8%"]), ["$.tax_rate not_a_number"]),
        (.invoice(["company": text(1_001)]), ["$.company too_long"]),
        (.invoice(["company": ["name": "x"]]), ["$.company wrong_type"]),
        (.invoice(["from": "x"]), ["$.from wrong_type"]),
        (.invoice(["to": ["name": 1, "e-mail": "x"]]), ["$.to.name wrong_type", "$.to['e-mail'] unknown_field"]),
        (.invoice(["to": ["address": []]]), ["$.to.address wrong_type"]),
        (
            .invoice(["to": ["address": ["line1": 1, "line3": "x"]]]),
            ["$.to.address.line1 wrong_type", "$.to.address.line3 unknown_field"]
        ),
        (.invoice(["to": ["address": ["city": "Oslo"], "city": "Oslo"]]), ["$.to.address.city not_allowed"]),
        (.invoice(["to": ["address": ["state": "NY"], "city": "Oslo"]]), ["$.to.address.state not_allowed"]),
        (.invoice(["invoice_number": 42]), ["$.invoice_number wrong_type"]),
        (.invoice(["invoice_number": text(201)]), ["$.invoice_number too_long"]),
        (.invoice(["date": "2026-02-30"]), ["$.date not_allowed"]),
        (.invoice(["date": "yesterday", "due_date": 1_776_675_600]), ["$.date not_allowed", "$.due_date wrong_type"]),
        (.invoice(["currency": "EURO"]), ["$.currency not_allowed"]),
        (.invoice(["currency": ""]), ["$.currency too_short"]),
        (.invoice(["currency_symbol": text(11)]), ["$.currency_symbol too_long"]),
        (.invoice(["notes": text(10_001), "terms": text(10_001)]), ["$.notes too_long", "$.terms too_long"]),
        (.invoice(["logo": "data:"]), ["$.logo not_allowed"]),
        (.invoice(["logo": "data:image/png;base64,iVBORw0KGgo=", "from": ["logo": 1]]), ["$.from.logo wrong_type", "$.logo not_allowed"]),
        (.invoice(["to": ["logo": "data:"]]), ["$.to.logo unknown_field"]),
        (.invoice(["type": "bill", "template": "Classic"]), ["$.type not_allowed", "$.template not_allowed"]),
        (.invoice(["page_size": "A3", "profile": "zugferd"]), ["$.page_size not_allowed", "$.profile not_allowed"]),
        (.invoice(["locale": "tlh", "language": "x"]), ["$.locale not_allowed", "$.language not_allowed"]),
        (.invoice(["accent_color": "red"]), ["$.accent_color not_allowed"]),
        (.invoice(["labels": ["totall": "x", "total": 1]]), ["$.labels.total wrong_type", "$.labels.totall unknown_field"]),
        (
            .invoice(["custom_fields": [["label": ""], 1]]),
            [
                "$.custom_fields[1] wrong_type", "$.custom_fields[0].label too_short", "$.custom_fields[0].value required",
            ]
        ),
        (.invoice(["discount": [:]]), ["$.discount.amount required"]),
        (.invoice(["discount": ["amount": 1, "percent": 1]]), ["$.discount.percent not_allowed"]),
        (.invoice(["discount": ["percent": 101]]), ["$.discount.percent out_of_range"]),
        (.item(["tax_category": "X"]), ["$.items[0].tax_category not_allowed"]),
        (.invoice(["prices_include_tax": "yes"]), ["$.prices_include_tax wrong_type"]),
        (.invoice(["payment": ["qr": "giro"]]), ["$.payment.qr not_allowed"]),
    ]

    @Test("what an invoice cannot be", arguments: faults.indices)
    func fault(row: Int) async throws {
        try await Service.run { service in
            let answer = try await service.client.demo(Self.faults[row].0)
            #expect(answer.status == 400)
            #expect(try answer.code == "invalid_input")
            #expect(try answer.json["error"] != "items is required and must be a non-empty array")
            let found = try answer.faults
            #expect(found == Self.faults[row].1)
        }
    }

    /// Values that are what the description says, and together no invoice.
    static let contradictions: [(JSONValue, [String])] = [
        (.invoice(["discount": ["amount": 101]]), ["$.discount.amount discount_too_large"]),
        (.invoice(["discount": 101]), ["$.discount discount_too_large"]),
        (.item(["discount": "2"]), ["$.items[0].discount discount_too_large"]),
        (.item(["period": ["start": "2026-02-01", "end": "2026-01-01"]]), ["$.items[0].period period_reversed"]),
        (.item(["tax_category": "S"]), ["$.items[0].tax_rate tax_rate_required"]),
        (.invoice(["cash_rounding": 0]), ["$.cash_rounding cash_rounding_invalid"]),
        (
            .invoice(["payment": ["qr": "epc"], "from": ["iban": "DE0"]]),
            ["$.from.iban iban_invalid", "$.currency currency_not_of_payment_code"]
        ),
        (.invoice(["logo": "data:image/png;base64,iVBORw0KGgo="]), ["$.logo not_allowed"]),
        (.invoice(["from": ["logo": "data:image/jpeg;base64,A"]]), ["$.from.logo not_allowed"]),
    ]

    @Test("what is well-formed and cannot be an invoice", arguments: contradictions.indices)
    func contradiction(row: Int) async throws {
        try await Service.run { service in
            let answer = try await service.client.demo(Self.contradictions[row].0)
            #expect(answer.status == 422)
            #expect(try answer.code == "impossible_invoice")
            #expect(try answer.faults == Self.contradictions[row].1)
        }
    }

    /// Numbers that are in range and have more digits than can be kept, alone or when they are multiplied or added up.
    static let impossibleAmounts: [(JSONValue, [String])] = [
        (.item(["unit_price": "1e999"]), ["$.items[0].unit_price"]),
        (.item(["unit_price": "1e-999"]), ["$.items[0].unit_price"]),
        (.item(["unit_price": "1e99999999999999999999"]), ["$.items[0].unit_price"]),
        (.item(["unit_price": "1234567890123456789012345678901234567891"]), ["$.items[0].unit_price"]),
        (.item(["quantity": JSONValue(JSONNumber("5e-324")), "tax_rate": "1e-50"]), ["$.items[0].quantity", "$.items[0].tax_rate"]),
        (.item(["quantity": 1_000_000_000, "unit_price": 1_000_000_000]), ["$.items[0]"]),
        (.item(["quantity": "0.00000000000000000001", "unit_price": "0.00000000000000000001"]), ["$.items[0]"]),
        (.invoice(["items": .array(Array(repeating: ["unit_price": 900_000_000_000_000], count: 200))]), ["$.items"]),
    ]

    @Test("amounts that are well-formed and have no room", arguments: impossibleAmounts.indices)
    func impossibleAmount(row: Int) async throws {
        try await Service.run { service in
            for headers in [[:], ["Accept": "application/json"]] {
                let answer = try await service.client.demo(Self.impossibleAmounts[row].0, headers: headers)
                #expect(answer.status == 422)
                #expect(try answer.code == "amount_out_of_range")
                #expect(try answer.faults == Self.impossibleAmounts[row].1.map { "\($0) number_out_of_range" })
            }
        }
    }

    @Test func `characters that no font has are named, with every place`() async throws {
        try await Service.run { service in
            let answer = try await service.client.demo([
                "company": "🙂 日本", "to": ["address": ["line1": "\u{FFFF}", "city": "🙃"]], "items": [["description": "🙃", "unit_price": 1]],
                "currency_symbol": "🙃", "custom_fields": [["label": "🙂", "value": "茶"]], "labels": ["total": "🙂"],
            ])
            #expect(answer.status == 422)
            #expect(try answer.code == "missing_glyph")
            let detail = try answer.json["detail"]
            #expect(
                detail
                    == "No font has these characters: \u{FFFF} (U+FFFF), 🙂 (U+1F642), 🙃 (U+1F643)."
            )
            let places: Set = [
                "$.company", "$.to.address", "$.to.address.city", "$.items[0].description", "$.currency_symbol", "$.custom_fields[0].label",
                "$.labels.total",
            ]
            let found = Set(try answer.faults)
            #expect(found == Set(places.map { "\($0) missing_glyph" }))
        }
    }

    @Test func `a refusal is short, however much is wrong`() async throws {
        try await Service.run { service in
            let pictures = (0..<2_000).map { JSONValue.string(String(UnicodeScalar(0xE000 + $0) ?? "?")) }
            let missing = pictures.map { JSONValue.object(["description": $0, "unit_price": 1]) }
            let tooLarge = Array(repeating: JSONValue.object(["unit_price": "99999999999999999"]), count: 2_000)
            let impossible = Array(repeating: JSONValue.object(["unit_price": "1e12", "quantity": "1e12"]), count: 2_000)
            for (items, status) in [(missing, 422), (tooLarge, 400), (impossible, 422)] {
                let answer = try await service.client.demo(["items": .array(items)])
                #expect(answer.status == status)
                #expect(try answer.faults.count == 101)
                #expect(try answer.faults.last == "$ more_faults")
                #expect(answer.body.count < 20_000)
            }
        }
    }

    @Test func `an invoice of more than a thousand pages is refused`() async throws {
        try await Service.run { service in
            let item: JSONValue = ["description": .string(String(repeating: "a\n", count: 5_000)), "unit_price": 1]
            let answer = try await service.client.demo(["items": .array(Array(repeating: item, count: 15))])
            #expect(answer.status == 422)
            #expect(try answer.code == "too_many_pages")
        }
    }

    @Test func `fonts that are not there are our fault, and where they should be is not the client's business`() {
        let problem = InvoiceError.fontUnusable(path: "/nowhere").answer(origins: [:])
        #expect(problem.code == .unavailable)
        #expect(!problem.detail.contains("/nowhere"))
    }
}
