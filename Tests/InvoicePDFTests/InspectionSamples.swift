@testable import InvoicePDF

/// Files to inspect, made once.
enum InspectionSamples {
    /// PDF/A-3b, PDF/UA-1 and Factur-X.
    static let facturX = Result { try renderer.render(request) }

    /// The e-invoice in ``facturX``.
    static let xml = Result { try renderer.eInvoice(for: request) }

    private static var request: InvoiceRequest {
        var request = InvoiceRequest(
            from: InvoiceParty(
                name: "Brightwater Studio GmbH",
                address: "Lindenstraße 14",
                postalCode: "10969",
                city: "Berlin",
                country: "DE",
                email: "billing@brightwater.example",
                vatID: "DE123456789",
                iban: "DE02120300000000202051",
                bic: "BYLADEM1001"
            ),
            to: InvoiceParty(name: "Čapek & Søn", address: "Vinohradská 112", postalCode: "130 00", city: "Praha", country: "CZ"),
            items: [
                InvoiceItem(description: "Brand identity", quantity: 1, unitPrice: 4_800),
                InvoiceItem(description: "Development\nSprint 14", quantity: 37, unitPrice: 110),
                InvoiceItem(description: "Hosting", quantity: 12, unitPrice: 42),
            ],
            invoiceNumber: "2025-0042",
            date: InvoiceDate(parsing: "2025-01-31"),
            dueDate: InvoiceDate(parsing: "2025-02-28"),
            taxRate: try? DecimalNumber(mantissa: 19, scale: 2),
            currency: Currency(code: "EUR") ?? .usd,
            notes: "Thank you.",
            terms: "Payable within 28 days."
        )
        request.profile = .facturXEN16931
        return request
    }
}
