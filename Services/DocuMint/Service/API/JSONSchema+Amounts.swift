import HTTPCore
import InvoicePDF

extension JSONSchema {
    /// What `InvoiceAmounts.json` writes.
    static let invoiceAmounts = named(
        "InvoiceAmounts",
        object(
            .required("currency", string(pattern: "^[A-Z]{3}$")),
            .required("lines", array(of: line, 1...InvoiceRequest.maximumItems), "One for each item, in their order."),
            .required("lines_total", decimal, "The sum of the nets."),
            .required("discount", decimal, "Off the sum, without tax."),
            .required("shipping", decimal, "Without tax."),
            .required("tax_breakdown", array(of: tax, 1...InvoiceRequest.maximumItems), "One for each category and rate."),
            .required("net_total", decimal, "Before tax: lines − discount + shipping."),
            .required("tax_total", decimal),
            .required("total", decimal, "With tax."),
            .required("amount_paid", decimal),
            .required("rounding", decimal, "What the amount due was rounded by."),
            .required("amount_due", decimal, "Total − amount paid + rounding.")
        )
        .described("Amounts are texts of decimal digits, with as many behind the point as the currency has.")
    )

    private static let line = object(
        .required("net", decimal, "Quantity × unit price, rounded."),
        .required("tax_rate", decimal.nullable, "`null` if none was named."),
        .required("tax_category", category)
    )

    private static let tax = object(
        .required("category", category),
        .required("rate", decimal.nullable, "`null` if none was named."),
        .required("basis", decimal, "The sum of the nets."),
        .required("tax", decimal, "Basis × rate, rounded.")
    )
}
