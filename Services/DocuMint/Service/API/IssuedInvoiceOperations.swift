import HTTPCore
import HTTPTypes

/// The description of ``IssuedInvoiceRoutes``.
enum IssuedInvoiceOperations {
    static let all = [list, show, pdf, xml]

    private static let group = "Invoices"

    private static let list = Operation(.get, "/api/v1/invoices", id: "listInvoices", in: group, "List what was issued")
        .requiring(.key(.read))
        .takingPage()
        .answering(.list("data", of: .issuedInvoice, "A page of invoices, the newest first."))
        .example(captures: ["INVOICE_ID": "data.0.id"])

    private static let show = Operation(.get, "/api/v1/invoices/{id}", id: "getInvoice", in: group, "See an invoice's facts")
        .requiring(.key(.read))
        .taking(id)
        .answering(.json(.ok, "The invoice.", .issuedInvoice))

    private static let pdf = Operation(.get, "/api/v1/invoices/{id}/pdf", id: "getInvoicePDF", in: group, "Have the PDF again")
        .saying("Made again from the request that is kept. Does not count.")
        .requiring(.key(.read))
        .taking(id)
        .answering(InvoiceOperations.pdf())
        .failing(with: .missingGlyph, .tooManyPages, .amountOutOfRange, .impossibleInvoice, .eInvoiceIncomplete)
        .example(output: "invoice.pdf")

    private static let xml = Operation(.get, "/api/v1/invoices/{id}/xml", id: "getInvoiceXML", in: group, "Have the e-invoice alone")
        .saying("Of the invoice's profile, or EN 16931 if that has none. Does not count.")
        .requiring(.key(.read))
        .taking(id)
        .answering(InvoiceOperations.xml())
        .failing(with: .missingGlyph, .tooManyPages, .amountOutOfRange, .impossibleInvoice, .eInvoiceIncomplete)

    private static let id = Operation.Parameter.path("id", .invoiceID, "The `id` of the invoice.", example: "$INVOICE_ID")
}
