import Timekeeping
import HTTPCore
import TestKit
import Testing

@testable import DocuMintService

@Suite struct InvoiceRoutesTests {
    @Test func `a demo needs no key and no more than items`() async throws {
        try await Service.run { service in
            let body = #"{"company": "Test", "items": [{"description": "Item", "quantity": 1, "unit_price": 100}]}"#
            let answer = try await service.client.demo(body.utf8, headers: ["Content-Type": "application/json"])
            try await answer.expectSoundPDF()
            #expect(answer.header("Content-Disposition") == "inline; filename=\"invoice.pdf\"")
            #expect(answer.header("Content-Length") == "\(answer.body.count)")
            let lines = try await answer.lines
            for line in ["Test", "Invoice DEMO", "Date of issue April 20, 2026", "Item 1 100.00 100.00", "Total USD $100.00"] {
                #expect(lines.contains(line), "\(lines)")
            }
            #expect(lines.last == "Test · Invoice Page 1 of 1")
        }
    }

    @Test func `fonts are embedded, subset and can be read back`() async throws {
        try await Service.run { service in
            let pdf = try await service.client.demo(.invoice()).body
            let fonts = try await runTool("pdffonts", ["/dev/stdin"], input: pdf).text.split(separator: "\n").dropFirst(2)
            #expect(fonts.count == 2)
            for font in fonts { #expect(font.contains("yes yes yes"), "\(font)") }
        }
    }

    /// Every field that a request can have.
    static let full: JSONValue = [
        "from": [
            "name": "Nordlys AS", "address": "Storgata 1\nOppgang B", "postal_code": "0155", "city": "Oslo", "country": "Norway",
            "email": "post@nordlys.example", "phone": "+47 22 00 00 00", "vat_id": "NO123456789MVA", "tax_id": "123 456",
            "iban": "NO93 8601 1117 947", "bic": "DNBANOKK",
        ],
        "to": ["name": "Käufer GmbH", "address": "Hauptstraße 2", "email": "rechnung@kaeufer.example"],
        "items": [
            ["description": "Design", "quantity": 2.5, "unit_price": "99.99"],
            ["description": "Book", "quantity": 3, "unit_price": 10.333, "tax_rate": 0.07],
            ["description": "Refund", "quantity": -1, "unit_price": 5],
        ],
        "invoice_number": "2026-0042", "date": "2026-01-31", "due_date": "2026-02-28", "tax_rate": 0.19, "currency": "EUR",
        "currency_symbol": "€", "notes": "Thank you.", "terms": "14 days net.",
    ]

    @Test func `an invoice says everything that was asked for`() async throws {
        try await Service.run { service in
            let answer = try await service.signedUp().invoice(Self.full)
            try await answer.expectSoundPDF()
            #expect(answer.header("Content-Disposition") == "inline; filename=\"invoice.pdf\"")
            let text = try await answer.lines.joined(separator: "\n")
            let expected = [
                "Nordlys AS", "Storgata 1", "Oppgang B", "0155 Oslo", "Norway", "post@nordlys.example", "+47 22 00 00 00", "NO123456789MVA",
                "123 456", "NO93 8601 1117 947", "DNBANOKK", "Käufer GmbH", "Hauptstraße 2", "rechnung@kaeufer.example", "2026-0042",
                "January 31, 2026", "February 28, 2026", "Design 2.5 99.99 19% 249.98", "Book 3 10.333 7% 31.00",
                "Refund -1 5.00 19% -5.00",
                "Subtotal €275.98", "Tax 19% on €244.98 €46.55", "Tax 7% on €31.00 €2.17", "Total €324.70", "Thank you.", "14 days net.",
            ]
            for part in expected { #expect(text.contains(part), "\(part) is not in \(text)") }
            #expect(!text.contains("DEMO"))
        }
    }

    @Test func `equal requests give equal bytes and the same ETag, others do not`() async throws {
        try await Service.run { service in
            let first = try await service.client.demo(Self.full)
            let again = try await service.client.demo(Self.full)
            #expect(first.body == again.body)
            let tag = try #require(first.header("ETag"))
            #expect(tag.hasPrefix("\"") && tag.utf8.count == 66)
            #expect(again.header("ETag") == tag)
            #expect(try await service.client.demo(.invoice()).header("ETag") != tag)
        }
    }

    @Test func `without a date an invoice is of today, in UTC`() async throws {
        let clock = TestClock(try #require(Timestamp(rfc3339: "2027-12-31T23:59:59Z")))
        try await Service.run(clock: clock) { service in
            let first = try await service.client.demo(.invoice()).lines
            #expect(first.contains("Date of issue December 31, 2027"))
            clock.advance(seconds: 1)
            #expect(try await service.client.demo(.invoice()).lines.contains("Date of issue January 1, 2028"))
        }
    }

    /// Pairs of requests for the same invoice.
    static let equals: [(JSONValue, JSONValue)] = [
        (.invoice(["company": "Nordlys"]), .invoice(["company": nil, "from": ["name": "Nordlys"]])),
        (.invoice(["company": "Other", "from": ["name": "Nordlys"]]), .invoice(["company": "Nordlys"])),
        (.item(["unit_price": 19.90]), .item(["unit_price": "19.90"])),
        (.item(["unit_price": "1.99e1"]), .item(["unit_price": 19.9])),
        (.item(["quantity": nil]), .item(["quantity": 1])),
        (.item(["description": "a\u{0}b"]), .item(["description": "ab"])),
        (.invoice(["currency": "usd", "notes": nil, "tax_rate": nil]), .invoice()),
        (
            .invoice([
                "to": [
                    "address": [
                        "line1": "1 Main St", "line2": "Floor 2", "city": "Springfield", "state": "IL", "postal_code": "62701",
                        "country": "USA",
                    ]
                ]
            ]),
            .invoice(["to": ["address": "1 Main St\nFloor 2", "city": "Springfield, IL", "postal_code": "62701", "country": "USA"]])
        ),
        (
            .invoice(["to": ["address": ["line1": "1 Main St"], "city": "Oslo"]]),
            .invoice(["to": ["address": "1 Main St", "city": "Oslo"]])
        ),
    ]

    @Test("ways to say the same", arguments: equals.indices)
    func equalRequests(row: Int) async throws {
        try await Service.run { service in
            let (left, right) = Self.equals[row]
            let answer = try await service.client.demo(left)
            #expect(answer.status == 200, "\(answer.text)")
            #expect(try await service.client.demo(right).body == answer.body)
        }
    }

    @Test func `an invoice of the most items is set on many pages`() async throws {
        try await Service.run { service in
            let items = (1...2_000).map { JSONValue.object(["description": .string("Item \($0)"), "unit_price": .integer($0)]) }
            let answer = try await service.client.demo(.invoice(["items": .array(items)]))
            try await answer.expectSoundPDF()
            let text = try await answer.lines
            #expect(text.contains("Item 2000 1 2,000.00 2,000.00"))
            #expect(text.contains("Total USD $2,001,000.00"))
        }
    }

    @Test func `other methods are told which one there is`() async throws {
        try await Service.run { service in
            for path in ["/api/v1/demo-invoice", "/api/v1/invoice"] {
                let answer = try await service.client.get(path)
                #expect(answer.status == 405)
                #expect(answer.header("Allow") == "POST")
            }
        }
    }
}
