public import InvoicePDF

/// One renderer for all tests, as a service has one for all requests.
let renderer = InvoiceRenderer()

extension DecimalNumber: ExpressibleByStringLiteral {
    /// A number written as text in a test, so that it is never a Double.
    public init(stringLiteral text: String) {
        do {
            try self.init(parsing: text)
        } catch {
            preconditionFailure("no decimal number: \(text)")
        }
    }
}

extension InvoiceRequest {
    /// The seed's own example.
    static let demo = InvoiceRequest(
        from: InvoiceParty(name: "Test"),
        items: [InvoiceItem(description: "Item", quantity: 1, unitPrice: 100)],
        isDemo: true
    )

    /// Two parties, several rates, a credit, sub-cent prices.
    static let full = InvoiceRequest(
        from: InvoiceParty(
            name: "Brightwater Studio GmbH",
            address: "Lindenstraße 14",
            postalCode: "10969",
            city: "Berlin",
            country: "Germany",
            email: "billing@brightwater.example",
            vatID: "DE123456789",
            iban: "DE02 1203 0000 0000 2020 51",
            bic: "BYLADEM1001"
        ),
        to: InvoiceParty(name: "Čapek & Søn", address: "Vinohradská 112\nBuilding C", postalCode: "130 00", city: "Praha"),
        items: [
            InvoiceItem(description: "Brand identity", quantity: 1, unitPrice: 4800),
            InvoiceItem(description: "Development\nSprint 14", quantity: "37.5", unitPrice: 110),
            InvoiceItem(description: "Hosting (per request)", quantity: 125_000, unitPrice: "0.00042", taxRate: "0.07"),
            InvoiceItem(description: "Returned photo licence", quantity: -1, unitPrice: "249.90"),
        ],
        invoiceNumber: "2025-0042",
        date: InvoiceDate(parsing: "2025-01-31"),
        dueDate: InvoiceDate(parsing: "2025-02-28"),
        taxRate: "0.19",
        currency: Currency(code: "EUR") ?? .usd,
        notes: "Thank you.",
        terms: "Payable within 28 days."
    )

    static func describing(_ description: String) -> InvoiceRequest {
        InvoiceRequest(items: [InvoiceItem(description: description, unitPrice: 5)])
    }

    static func items(_ count: Int) -> InvoiceRequest {
        InvoiceRequest(items: (1...count).map { InvoiceItem(description: "Position \($0)", quantity: 2, unitPrice: DecimalNumber($0)) })
    }

    static func lines(_ lines: [(quantity: DecimalNumber, price: DecimalNumber)], currency: String = "USD", taxRate: DecimalNumber? = nil)
        -> InvoiceRequest
    {
        InvoiceRequest(
            items: lines.map { InvoiceItem(description: "", quantity: $0.quantity, unitPrice: $0.price) },
            taxRate: taxRate,
            currency: Currency(code: currency) ?? .usd
        )
    }
}
