import Testing

@testable import InvoicePDF

/// What is taken out of a complete request, and what is said about it.
struct Omission: Sendable, CustomStringConvertible {
    let path: String
    let term: String
    let rule: String
    var profile = InvoiceProfile.xrechnung
    var category: TaxCategory?
    let change: @Sendable (inout InvoiceRequest) -> Void

    init(
        _ path: String,
        _ term: String,
        _ rule: String,
        profile: InvoiceProfile = .xrechnung,
        category: TaxCategory? = nil,
        change: @escaping @Sendable (inout InvoiceRequest) -> Void
    ) {
        (self.path, self.term, self.rule, self.profile, self.category, self.change) = (path, term, rule, profile, category, change)
    }

    var description: String { "\(rule) \(path)" }

    static let all: [Omission] = [
        .init("$.invoice_number", "BT-1", "BR-02") { $0.invoiceNumber = "" },
        .init("$.invoice_number", "BT-1", "BR-02") { $0.invoiceNumber = " \u{1} " },
        .init("$.date", "BT-2", "BR-03") { $0.date = nil },
        .init("$.due_date", "BT-9", "BR-CO-25") { ($0.dueDate, $0.terms) = (nil, "") },
        .init("$.tax_rate", "BT-152", "BR-O-02", profile: .facturXEN16931) {
            $0.taxRate = nil
            for index in $0.items.indices { ($0.items[index].taxRate, $0.items[index].taxCategory) = (nil, nil) }
        },
        .init("$.buyer_reference", "BT-10", "BR-DE-15") { $0.buyerReference = "" },
        .init("$.terms", "BT-20", "BR-DE-18") { $0.terms = "#1 is due now" },
        .init("$.from.name", "BT-27", "BR-06") { $0.from.name = "" },
        .init("$.from.vat_id", "BT-31", "BR-CO-26") { ($0.from.vatID, $0.from.taxID) = ("", "") },
        .init("$.from.vat_id", "BT-31", "BR-S-02") { ($0.from.vatID, $0.from.taxID) = ("", "") },
        .init("$.from.vat_id", "BT-31", "BR-CO-09") { $0.from.vatID = "123456788" },
        .init("$.to.vat_id", "BT-48", "BR-CO-09") { $0.to.vatID = "12345678" },
        .init("$.from.email", "BT-34", "PEPPOL-EN16931-R020") { $0.from.email = "" },
        .init("$.to.email", "BT-49", "PEPPOL-EN16931-R010") { $0.to.email = "" },
        .init("$.from.city", "BT-37", "BR-DE-3") { $0.from.city = "" },
        .init("$.from.postal_code", "BT-38", "BR-DE-4") { $0.from.postalCode = "" },
        .init("$.from.country", "BT-40", "BR-09") { $0.from.country = "" },
        .init("$.from.country", "BT-40", "BR-CL-14") { $0.from.country = "Atlantis" },
        .init("$.from.phone", "BT-42", "BR-DE-6") { $0.from.phone = "" },
        .init("$.from.phone", "BG-6", "BR-DE-2") { ($0.from.phone, $0.from.email) = ("", "") },
        .init("$.from.email", "BT-43", "BR-DE-7") { $0.from.email = "" },
        .init("$.to.name", "BT-44", "BR-07") { $0.to.name = "" },
        .init("$.to.city", "BT-52", "BR-DE-8") { $0.to.city = "" },
        .init("$.to.postal_code", "BT-53", "BR-DE-9") { $0.to.postalCode = "" },
        .init("$.to.country", "BT-55", "BR-11") { $0.to.country = "" },
        .init("$.to.country", "BT-55", "BR-CL-14") { $0.to.country = "Ruritania" },
        .init("$.to.address", "BG-8", "BR-10") { $0.to = InvoiceParty(name: "Buyer") },
        .init("$.from.iban", "BT-84", "ISO-13616") { $0.from.iban = "DE03120300000000202051" },
        .init("$.type", "BT-3", "BR-DE-17") { $0.type = .proforma },
        .init("$.type", "BT-3", "BR-CL-01") { $0.type = .quote },
        .init("$.type", "BT-3", "BR-CL-01") { $0.type = .receipt },
        .init("$.items[1].description", "BT-153", "BR-25") { $0.items[1].description = "" },
        .init("$.cash_rounding", "BT-115", "BR-CO-16", profile: .facturXBasic) { $0.cashRounding = "0.05" },
        .init("$.tax_exemption_reason", "BT-120", "BR-E-10", category: .exempt) { $0.taxExemptionReason = "" },
        .init("$.to.vat_id", "BT-48", "BR-AE-02", category: .reverseCharge) { $0.to.vatID = "" },
        .init("$.from.vat_id", "BT-31", "BR-IC-02", category: .intraCommunity) { $0.from.vatID = "" },
        .init("$.to.vat_id", "BT-48", "BR-IC-02", category: .intraCommunity) { $0.to.vatID = "" },
        .init("$.delivery_date", "BT-72", "BR-IC-11", category: .intraCommunity) { $0.deliveryDate = nil },
        .init("$.to.country", "BT-80", "BR-IC-12", category: .intraCommunity) { $0.to.country = "" },
        .init("$.from.vat_id", "BT-31", "BR-G-02", category: .export) { $0.from.vatID = "" },
        .init("$.from.vat_id", "BT-31", "BR-O-02", category: .notSubject) { $0.from.vatID = "DE123456788" },
        .init("$.to.vat_id", "BT-48", "BR-O-02", category: .notSubject) { $0.to.vatID = "CZ12345678" },
        .init("$.items[0].tax_category", "BT-151", "BR-O-12", category: .notSubject) { $0.items[0].taxCategory = .zeroRated },
        .init("$.currency", "BT-112", "BR-DEC-14") { request in
            request.currency = Currency(code: "KWD") ?? .usd
            request.shipping = "9.999"
        },
    ]
}

@Suite("What a profile requires")
struct EInvoiceFaultsTests {
    @Test("is named with its path, its term and its rule when it is missing", arguments: Omission.all)
    func omission(omission: Omission) throws {
        var request = InvoiceRequest.eInvoice(omission.profile, category: omission.category)
        omission.change(&request)
        let fault = try #require(try faults(of: request).first { $0.ruleID == omission.rule && $0.path == omission.path })
        #expect(fault.term == omission.term)
        #expect(fault.message.hasSuffix(" (\(omission.term))"))
    }

    @Test("is nothing more than what complete requests have", arguments: InvoiceProfile.allCases)
    func complete(profile: InvoiceProfile) throws {
        #expect(try faults(of: .eInvoice(profile)).isEmpty)
    }

    @Test("is said all at once, each thing once")
    func together() throws {
        var request = InvoiceRequest(items: Array(repeating: InvoiceItem(description: "", unitPrice: 1), count: 3))
        request.profile = .xrechnung
        let faults = try faults(of: request)
        #expect(Set(faults).count == faults.count)
        #expect(
            Set(faults.map(\.path)).isSuperset(of: [
                "$.invoice_number", "$.date", "$.due_date", "$.from.name", "$.to.name", "$.from.country", "$.to.country", "$.from.vat_id",
                "$.buyer_reference", "$.items[0].description", "$.items[2].description", "$.to.email",
            ])
        )
    }

    @Test("is not asked for without an e-invoice", arguments: [InvoiceProfile.plain, .pdfa])
    func plain(profile: InvoiceProfile) throws {
        var request = InvoiceRequest.demo
        request.profile = profile
        #expect(try EInvoiceFile.make(for: request, amounts: try .compute(for: request)) == nil)
    }

    @Test("reads as one line for people")
    func description() throws {
        var request = InvoiceRequest.eInvoice(.xrechnung)
        request.buyerReference = ""
        let faults = try faults(of: request)
        #expect(InvoiceError.eInvoiceIncomplete(faults).description.hasSuffix("(BT-10) [BR-DE-15]"))
    }

    private func faults(of request: InvoiceRequest) throws -> [EInvoiceFault] {
        do {
            _ = try EInvoiceFile.make(for: request, amounts: try .compute(for: request))
            return []
        } catch InvoiceError.eInvoiceIncomplete(let faults) {
            return faults
        }
    }
}
