import HTTPCore

extension JSONSchema {
    /// What `DocumentReport.json` writes.
    static let documentReport = named(
        "DocumentReport",
        object(
            .required("valid", boolean, "Whether nothing is wrong, warnings aside."),
            .required("kind", choice("pdf", "xml")),
            .required("container", container.nullable, "What the PDF claims to be, and whether it is; `null` for XML."),
            .required(
                "xml_faults",
                array(of: object(.required("location", string()), .required("message", string()))),
                "What is wrong with the XML before any rule: syntax, and values that are no number or no day."
            ),
            .required("invoice", invoice.nullable, "`null` if there is no e-invoice that is understood.")
        )
    )

    private static let container = object(
        .required(
            "claims",
            object(
                .required("pdfa", string().nullable, "`3b` for PDF/A-3b."),
                .required("pdfua", string().nullable, "`1` for PDF/UA-1."),
                .required("e_invoice_level", string().nullable, "Such as `EN 16931`."),
                .required("e_invoice_file", string().nullable),
                .required("attachments", array(of: string()))
            )
        ),
        .required("checks_run", integer(0...)),
        .required("checks_failed", array(of: check)),
        .required("warnings", array(of: check), "Good practice that no standard demands."),
        .required("notes", array(of: string()), "What was not judged, and why.")
    )

    private static let check = object(
        .required("id", string(), "The standard and its clause."),
        .required("title", string()),
        .required("detail", string())
    )

    private static let invoice = object(
        .required("specification", string(), "BT-24."),
        .required("number", string(), "BT-1."),
        .required("rules_run", array(of: string()), "The rules of EN 16931, and of XRechnung if it says that it is one."),
        .required("rules_failed", array(of: failure)),
        .required("warnings", array(of: failure), "What official validators accept all the same."),
        .required("amounts", amounts.nullable, "Computed anew from lines, allowances and charges; `null` if numbers are missing.")
    )

    private static let failure = object(
        .required("rule", string(), "Such as `BR-CO-10`."),
        .required("message", string(), "What the rule wants."),
        .required("terms", array(of: string()), "The business terms that it is about."),
        .required("location", string().nullable, "The group and its number, such as `BG-25[3]`; `null` for the invoice as a whole.")
    )

    private static let amounts = object(
        .required("currency", string()),
        .required("lines_total", decimal),
        .required("discount", decimal),
        .required("shipping", decimal),
        .required(
            "tax_breakdown",
            array(
                of: object(
                    .required("category", string()),
                    .required("rate", decimal, "In percent."),
                    .required("basis", decimal),
                    .required("tax", decimal)
                )
            )
        ),
        .required("net_total", decimal),
        .required("tax_total", decimal),
        .required("total", decimal),
        .required("amount_due", decimal)
    )
}
