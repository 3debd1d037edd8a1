import HTTPCore
import HTTPTypes

/// The description of ``InvoiceRoutes``.
enum InvoiceOperations {
    static let all = [demo, create]

    private static let group = "Invoices"

    private static let demo = Operation(.post, "/api/v1/demo-invoice", id: "createDemoInvoice", in: group, "Try it without a key")
        .saying(
            """
            Every page is marked as a demo. 20 an hour from one address, unless whoever runs the service has set another limit.

            With `Accept: application/json`, the amounts instead of the PDF; with `application/xml`, the e-invoice.
            """
        )
        .reading(
            .json(.invoiceDraft, example: ["company": "Test", "items": [["description": "Item", "quantity": 1, "unit_price": 100]]])
        )
        .answering(pdf(), xml(), amounts)
        .failing(with: .missingGlyph, .tooManyPages, .amountOutOfRange, .impossibleInvoice, .eInvoiceIncomplete)
        .rateLimited()
        .example(output: "demo.pdf")

    private static let create = Operation(.post, "/api/v1/invoice", id: "createInvoice", in: group, "Make an invoice")
        .saying(
            """
            Counts one invoice against the month, unless the request is repeated under the same `Idempotency-Key`.

            With `Accept: application/xml`, the e-invoice alone: of the profile, or EN 16931 if the profile has none.

            With `Accept: application/json`, the amounts instead of the PDF: nothing is made, nothing counts, and an `Idempotency-Key` \
            means nothing.
            """
        )
        .requiring(.key(.write))
        .reading(
            .json(
                .invoiceDraft,
                example: [
                    "from": [
                        "name": "Nordlys AS", "address": "Storgata 1", "postal_code": "0155", "city": "Oslo", "country": "Norway",
                        "email": "billing@nordlys.example", "vat_id": "NO987654321MVA",
                    ],
                    "to": [
                        "name": "Käufer GmbH",
                        "address": ["line1": "Hauptstraße 2", "postal_code": "10827", "city": "Berlin", "country": "Germany"],
                    ],
                    "items": [
                        ["description": "Design", "quantity": "2.5", "unit_price": "99.90"],
                        ["description": "Book", "quantity": 3, "unit_price": 10, "tax_rate": "0.07"],
                    ],
                    "invoice_number": "2026-0042", "date": "2026-11-26", "due_date": "2026-12-10", "tax_rate": "0.19", "currency": "EUR",
                    "profile": "facturx-en16931",
                ]
            )
        )
        .answering(pdf(place), xml(place), amounts)
        .failing(with: .quotaExceeded, .missingGlyph, .tooManyPages, .amountOutOfRange, .impossibleInvoice, .eInvoiceIncomplete)
        .idempotent()
        .example(output: "invoice.pdf")

    /// - Parameter more: fields of the head that not every PDF has.
    static func pdf(_ more: Operation.Header...) -> Operation.Answer {
        .file("application/pdf", "The invoice.", headers: [.disposition, tag] + more)
    }

    static func xml(_ more: Operation.Header...) -> Operation.Answer {
        .file("application/xml", "The e-invoice alone (UN/CEFACT Cross Industry Invoice D22B).", headers: [.disposition, tag] + more)
    }

    private static let tag = Operation.Header(
        "ETag",
        .string(pattern: "^\"[0-9a-f]{64}\"$"),
        "Names these bytes. The same request gives the same ones."
    )
    private static let place = Operation.Header(
        "Content-Location",
        .string(pattern: "^/api/v1/invoices/inv_[0-9A-Za-z]{20}/"),
        "Where this can be had again."
    )

    private static let amounts = Operation.Answer.json(.ok, "The amounts alone, for whoever prefers `application/json`.", .invoiceAmounts)
}
