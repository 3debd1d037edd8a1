import HTTPCore
import InvoicePDF

extension JSONSchema {
    /// What `InvoiceInput` reads. That its amounts have room, its characters are in a font and an e-invoice has all that it needs, no schema
    /// can say.
    static let invoiceDraft = named("InvoiceDraft", object(parties + facts + money + looks))

    private static let parties: [Property] = [
        .optional("company", line, "Short for `from.name`, which goes before it."),
        .optional("from", party(with: [.optional("logo", logo, "Printed above the seller.")], named: "Seller"), "The seller."),
        .optional("to", party(named: "Buyer"), "The buyer."),
        .required("items", array(of: item, 1...InvoiceRequest.maximumItems)),
    ]

    private static let facts: [Property] = [
        .optional("type", choice(of: DocumentType.self).default("invoice")),
        .optional("invoice_number", string(0...200)),
        .optional("date", day, "Of issue. Default: today, in UTC."),
        .optional("due_date", day, "When it is to be paid; of a quote: until when it holds."),
        .optional("delivery_date", day, "When it was delivered (BT-72)."),
        .optional("purchase_order", string(0...200), "The number of the buyer's order (BT-13)."),
        .optional("buyer_reference", string(0...200), "What the buyer wants to be quoted (BT-10), such as a Leitweg-ID."),
        .optional("preceding_invoice", string(0...200), "The number of the invoice that this one credits or replaces (BT-25)."),
        .optional("custom_fields", array(of: customField, 0...InvoiceRequest.maximumCustomFields), "Facts of your own."),
        .optional("notes", string(0...10_000), "Below the totals; may have several lines."),
        .optional("terms", string(0...10_000), "Of payment, below the notes; may have several lines."),
    ]

    private static let money: [Property] = [
        .optional("currency", currency.default("USD"), "A code of ISO 4217."),
        .optional("currency_symbol", string(0...InvoiceRequest.maximumSymbolLength), "Instead of the currency's own."),
        .optional("tax_rate", rate, "Of the items that name none, as a fraction: 0.08 means 8 %. Default: no tax is mentioned."),
        .optional("tax_category", category, "Of the items that name none. Default: follows from the rate."),
        .optional("tax_exemption_reason", string(0...1_000), "Why no tax is due (BT-120). The categories AE, K, G and O have one."),
        .optional("prices_include_tax", boolean.default(false), "Whether prices, discounts and shipping have the tax in them."),
        .optional("discount", adjustment, "Off the sum of the items: an amount, or an object."),
        .optional("shipping", exactNumber, "Added to the sum of the items, and taxed as they are."),
        .optional("rounding", choice(of: TaxRounding.self).default("per_rate"), "When tax is rounded."),
        .optional("cash_rounding", exactNumber, "What the amount due is rounded to, such as 0.05."),
        .optional("amount_paid", exactNumber, "What was paid already."),
        .optional("payment", payment, "What the payer's banking app reads."),
    ]

    private static let looks: [Property] = [
        .optional("locale", language.default("en"), "The words, and the way to write numbers and days: a tag of BCP 47."),
        .optional("language", language, "The words, if not those of the locale."),
        .optional("labels", labels, "Any printed word, instead of that of the language."),
        .optional("template", choice(of: InvoiceAppearance.Template.self).default("classic")),
        .optional("accent_color", string(pattern: "^#?(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"), "Default: the template's own."),
        .optional("page_size", choice(of: InvoiceAppearance.PageSize.self).default("A4")),
        .optional("logo", logo, "Instead of `from.logo`. With all else it has room in a body of 1 MB."),
        .optional(
            "profile",
            choice(of: InvoiceProfile.self).default("pdfa"),
            "What the file is besides a page to look at: with an e-invoice in it, the request must say more."
        ),
    ]

    private static let item = named(
        "InvoiceItem",
        object(
            .optional("description", string(0...10_000), "May have several lines."),
            .optional("quantity", exactNumber.default(1), "Below zero for what is taken back."),
            .required("unit_price", exactNumber, "Of one."),
            .optional("unit", string(0...100), "What one is: a code of UN/ECE Recommendation 20, or a word such as `hours`."),
            .optional("sku", string(0...200), "The number of the article."),
            .optional("tax_rate", rate, "As a fraction: 0.08 means 8 %. Default: that of the invoice."),
            .optional("tax_category", category, "Default: that of the invoice, or what follows from the rate."),
            .optional("discount", adjustment, "Off quantity × price: an amount, or an object."),
            .optional("period", object(.optional("start", day), .optional("end", day)), "When it was delivered.")
        )
    )

    private static let customField = object(.required("label", string(1...100)), .required("value", line))

    private static let payment = object(
        .optional("qr", choice(of: PaymentDetails.Code.self).default("none"), "For the EPC code and the QR-bill the seller has an IBAN."),
        .optional("reference", string(0...200), "What the payer quotes (BT-83)."),
        .optional("message", line),
        .optional("upi_id", string(0...200), "Such as `shop@bank`.")
    )

    private static let labels = object(InvoiceLabels.names.map { .optional($0, string(0...200)) })

    // MARK: Values

    private static let line = string(0...1_000)

    private static let logo = string(pattern: "^data:image/(?:png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$")

    /// There was no year 0.
    private static let day = string(pattern: "^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-", format: "date")

    /// Texts with an exponent (`1e3`) are read, too, and so are more digits, as long as there is room for them.
    private static let exactNumber = anyOf(
        number(-InvoiceInput.largestNumber...InvoiceInput.largestNumber),
        string(pattern: "^-?(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,20})?$")
    )

    private static let percent = anyOf(number(0...100), string(pattern: "^(?:(?:0|[1-9][0-9]?)(?:\\.[0-9]{1,20})?|100(?:\\.0{1,20})?)$"))

    private static let rate = anyOf(number(0...1), string(pattern: "^(?:0(?:\\.[0-9]{1,20})?|1(?:\\.0{1,20})?)$"))

    private static let adjustment = named(
        "Adjustment",
        anyOf(
            exactNumber,
            object(.required("amount", exactNumber), .optional("reason", line)),
            object(.required("percent", percent), .optional("reason", line))
        )
    )

    /// The codes of UNTDID 5305.
    static let category = choice(of: TaxCategory.self)

    /// A language that is spoken here, in any case, with whatever follows.
    private static let language = string(pattern: "^(?:\(inAnyCase(InvoiceLocale.languages)))(?:[-_][0-9A-Za-z]{1,8}){0,3}$")

    /// In any case.
    private static let currency = string(pattern: "^(?:\(inAnyCase(Currency.codes.sorted())))$")

    /// A pattern of ASCII words, one of which is meant.
    private static func inAnyCase(_ words: [String]) -> String {
        words.map { word in word.map { "[\($0.uppercased())\($0.lowercased())]" }.joined() }.joined(separator: "|")
    }
}
