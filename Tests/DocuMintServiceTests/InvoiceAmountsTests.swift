import HTTPCore
import TestKit
import Testing

@testable import DocuMintService

@Suite struct InvoiceAmountsTests {
    @Test func `the amounts come as decimal texts`() async throws {
        try await Service.run { service in
            let amounts = try await service.signedUp().amounts(InvoiceRoutesTests.full)
            #expect(
                amounts == [
                    "currency": "EUR",
                    "lines": [
                        ["net": "249.98", "tax_rate": "0.19", "tax_category": "S"],
                        ["net": "31.00", "tax_rate": "0.07", "tax_category": "S"],
                        ["net": "-5.00", "tax_rate": "0.19", "tax_category": "S"],
                    ],
                    "lines_total": "275.98", "discount": "0.00", "shipping": "0.00",
                    "tax_breakdown": [
                        ["category": "S", "rate": "0.19", "basis": "244.98", "tax": "46.55"],
                        ["category": "S", "rate": "0.07", "basis": "31.00", "tax": "2.17"],
                    ],
                    "net_total": "275.98", "tax_total": "48.72", "total": "324.70", "amount_paid": "0.00", "rounding": "0.00",
                    "amount_due": "324.70",
                ]
            )
        }
    }

    @Test func `a rate of zero is not the same as no rate`() async throws {
        try await Service.run { service in
            let items: JSONValue = [["unit_price": 1, "tax_rate": 0], ["unit_price": 2]]
            let amounts = try await service.signedUp().amounts(["items": items])
            #expect(
                amounts["lines"] == [
                    ["net": "1.00", "tax_rate": "0", "tax_category": "Z"], ["net": "2.00", "tax_rate": nil, "tax_category": "O"],
                ]
            )
            #expect(
                amounts["tax_breakdown"] == [
                    ["category": "Z", "rate": "0", "basis": "1.00", "tax": "0.00"],
                    ["category": "O", "rate": nil, "basis": "2.00", "tax": "0.00"],
                ]
            )
        }
    }

    /// Quantity, unit price, currency, and the total.
    static let totals: [(String, String, String, String)] = [
        ("3", "0.1", "USD", "0.30"), ("1", "1.005", "USD", "1.01"), ("1", "-1.005", "USD", "-1.01"), ("1", "0.004", "USD", "0.00"),
        ("1", "100.5", "JPY", "101"), ("1", "0.0005", "KWD", "0.001"), ("0.333", "3", "KWD", "0.999"),
        ("1", "900719925474099.3", "USD", "900719925474099.30"),
        ("1e3", "1E-2", "USD", "10.00"), ("0", "5", "USD", "0.00"), ("-0", "5", "USD", "0.00"),
    ]

    @Test("amounts are exact, and rounded half away from zero to the digits of the currency", arguments: totals.indices)
    func total(row: Int) async throws {
        let (quantity, price, currency, total) = Self.totals[row]
        try await Service.run { service in
            let body = #"{"items": [{"quantity": \#(quantity), "unit_price": \#(price)}], "currency": "\#(currency)"}"#
            let answer = try await service.client.demo(body.utf8, headers: ["Accept": "application/json"])
            #expect(try answer.json["total"] == .string(total))
        }
    }

    /// `Accept`, and whether the answer is JSON.
    static let accepted: [(String, Bool)] = [
        ("application/json", true), ("APPLICATION/JSON; charset=utf-8", true), ("application/json, application/pdf;q=0.5", true),
        ("application/*;q=0.5, application/json", true), ("text/html, application/json", true), ("application/json;q=0.1", true),
        ("application/json, application/xml;q=0.9", true), ("*/*", false), ("", false), ("application/pdf", false),
        ("application/json, text/plain, */*", false), ("application/*", false),
        ("application/json;q=0.9, application/pdf", false), ("application/json;q=0", false), ("text/html", false),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", false), ("application/json;q=0, */*", false),
        (";q=1,,;", false), ("application/jsonp", false),
        (String(repeating: "e\u{301}\u{316}", count: 1_000), false),
    ]

    @Test("JSON comes to those who prefer it to a PDF", arguments: accepted.indices)
    func accept(row: Int) async throws {
        try await Service.run { service in
            let answer = try await service.client.demo(.invoice(), headers: ["Accept": Self.accepted[row].0])
            #expect(answer.status == 200)
            #expect(answer.header("Content-Type") == (Self.accepted[row].1 ? "application/json" : "application/pdf"))
        }
    }
}
