import InvoicePDF

/// What the benchmark makes; `pdf.py` has the same for the others.
enum BenchmarkInvoice {
    static func request(items count: Int, profile: InvoiceProfile) -> InvoiceRequest {
        var request = InvoiceRequest(
            from: InvoiceParty(
                name: "Brightwater Studio GmbH",
                address: "Lindenstraße 14",
                postalCode: "10969",
                city: "Berlin",
                country: "DE",
                email: "billing@brightwater.example",
                phone: "+49 30 1234567",
                vatID: "DE123456789",
                iban: "DE02120300000000202051",
                bic: "BYLADEM1001"
            ),
            to: InvoiceParty(
                name: "Čapek & Søn s.r.o.",
                address: "Vinohradská 112",
                postalCode: "130 00",
                city: "Praha",
                country: "CZ",
                email: "ucty@capek.example",
                vatID: "CZ12345678"
            ),
            items: (1...max(count, 1)).map { number in
                InvoiceItem(description: "Consulting, week \(number)", quantity: 37, unitPrice: DecimalNumber(80 + number % 40))
            },
            invoiceNumber: "2026-0042",
            date: InvoiceDate(parsing: "2026-11-26"),
            dueDate: InvoiceDate(parsing: "2026-12-24"),
            taxRate: try? DecimalNumber(parsing: "0.19"),
            currency: Currency(code: "EUR") ?? .usd,
            notes: "Thank you.",
            terms: "Payable within 28 days."
        )
        request.deliveryDate = request.date
        request.buyerReference = "04011000-12345-34"
        request.profile = profile
        return request
    }
}
