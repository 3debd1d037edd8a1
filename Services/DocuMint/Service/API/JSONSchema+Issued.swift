import HTTPCore
import InvoicePDF

extension JSONSchema {
    /// What `IssuedInvoice.json` writes.
    static let issuedInvoice = named(
        "IssuedInvoice",
        object(
            .required("id", invoiceID, "Names the invoice in addresses."),
            .required("type", choice(of: DocumentType.self)),
            .required("number", string(), "Empty if it has none."),
            .required("buyer", string(), "The name; empty if it has none."),
            .required("currency", string(pattern: "^[A-Z]{3}$")),
            .required("net_total", decimal, "Before tax."),
            .required("tax_total", decimal),
            .required("total", decimal, "With tax."),
            .required("amount_due", decimal),
            .required("media_type", choice("application/pdf", "application/xml"), "Of what was given out."),
            .required("sha256", string(pattern: "^[0-9a-f]{64}$"), "Of what was given out."),
            .required("issued_at", timestamp),
            .required("pdf_url", uri, "Where the PDF can be had again.")
        )
    )

    static let invoiceID = string(pattern: "^inv_[0-9A-Za-z]{20}$")

    /// An amount of an answer.
    static let decimal = string(pattern: "^-?[0-9]+(?:\\.[0-9]+)?$")
}
