@testable import InvoicePDF

/// What is done to a good e-invoice so that it breaks a rule.
struct EInvoiceMutation: Sendable, CustomStringConvertible {
    /// The rule that it is for.
    let rule: String
    /// Rules that cannot but be broken as well.
    let also: Set<String>
    /// What the good invoice follows.
    let profile: InvoiceProfile
    /// The tax category of all of the good invoice.
    let category: TaxCategory?
    let change: @Sendable (inout EInvoice) -> Void

    init(
        _ rule: String,
        also: Set<String> = [],
        profile: InvoiceProfile = .facturXEN16931,
        category: TaxCategory? = nil,
        change: @escaping @Sendable (inout EInvoice) -> Void
    ) {
        self.rule = rule
        self.also = also
        self.profile = profile
        self.category = category
        self.change = change
    }

    var description: String { rule }

    func mutated() throws -> EInvoice {
        var invoice = try EInvoice.sample(profile, category: category)
        change(&invoice)
        return invoice
    }

    static let all = ofDocument + ofGroups + ofSums + ofDecimals + ofCodes + ofCategories + ofXRechnung
}

private let day = InvoiceDate(parsing: "2025-01-10")
private let earlier = InvoiceDate(parsing: "2025-01-09")
private let reversed = InvoicePeriod(start: day, end: earlier)

extension EInvoiceMutation {
    private static let ofDocument: [EInvoiceMutation] = [
        .init("BR-01") { $0.specification = "" },
        .init("BR-02") { $0.number = "" },
        .init("BR-03") { $0.issueDate = nil },
        .init("BR-04") { $0.typeCode = "" },
        .init("BR-05") { $0.currency = "" },
        .init("BR-06") { $0.seller.name = "" },
        .init("BR-07") { $0.buyer.name = "" },
        .init("BR-08", also: ["BR-09"]) { $0.seller.address = nil },
        .init("BR-09") { $0.seller.address?.country = "" },
        .init("BR-10", also: ["BR-11"]) { $0.buyer.address = nil },
        .init("BR-11") { $0.buyer.address?.country = "" },
        .init("BR-12", also: ["BR-CO-10", "BR-CO-13"]) { $0.totals.lines = nil },
        .init("BR-13", also: ["BR-CO-13", "BR-CO-15"]) { $0.totals.net = nil },
        .init("BR-14", also: ["BR-CO-15", "BR-CO-16"]) { $0.totals.gross = nil },
        .init("BR-15", also: ["BR-CO-16"]) { $0.totals.due = nil },
        .init("BR-16", also: ["BR-CO-10", "BR-S-08"]) { $0.lines = [] },
        .init("BR-17") { $0.payee = EInvoice.Party(identifiers: [EInvoice.Identifier(value: "1")]) },
        .init("BR-18") { $0.taxRepresentative = representative(name: "") },
        .init("BR-19", also: ["BR-20"]) { $0.taxRepresentative = representative(address: nil) },
        .init("BR-20") { $0.taxRepresentative = representative(address: EInvoice.Address(city: "Bonn")) },
        .init("BR-56") { $0.taxRepresentative = representative(vatID: "") },
        .init("BR-21") { $0.lines[1].id = "" },
        .init("BR-22") { $0.lines[1].quantity = nil },
        .init("BR-23") { $0.lines[1].unit = "" },
        .init("BR-24", also: ["BR-CO-10", "BR-S-08"]) { $0.lines[1].net = nil },
        .init("BR-25") { $0.lines[1].name = "" },
        .init("BR-26") { $0.lines[1].netPrice = nil },
        .init("BR-27") { $0.lines[1].netPrice = -1 },
        .init("BR-28") { $0.lines[1].grossPrice = -1 },
        .init("BR-29") { $0.period = reversed },
        .init("BR-30") { $0.lines[1].period = reversed },
        .init("BR-45", also: ["BR-CO-17", "BR-S-08", "BR-S-09"]) { $0.taxBreakdown[0].basis = nil },
        .init("BR-46", also: ["BR-CO-14", "BR-CO-17", "BR-S-09"]) { $0.taxBreakdown[0].tax = nil },
        .init("BR-47", also: ["BR-S-01"]) { $0.taxBreakdown[0].category = "" },
        .init("BR-48", also: ["BR-CO-17", "BR-S-09"]) { $0.taxBreakdown[0].rate = nil },
        .init("BR-49") { $0.payment?.meansCode = "" },
        .init("BR-50", also: ["BR-61"]) { $0.payment?.transfers[0].account = "" },
        .init("BR-61", also: ["BR-50"]) { $0.payment?.transfers.append(EInvoice.CreditTransfer(accountName: "Second")) },
        .init("BR-51") { $0.payment?.cardNumber = "12345678901" },
        .init("BR-53") { $0.taxCurrency = "CZK" },
        .init("BR-55") { $0.precedingInvoices = [EInvoice.PrecedingInvoice(date: day)] },
        .init("BR-57") { $0.delivery?.address = EInvoice.Address(city: "Bonn") },
        .init("BR-62") { $0.seller.electronicAddress.scheme = "" },
        .init("BR-63") { $0.buyer.electronicAddress.scheme = "" },
        .init("BR-64") { $0.lines[1].standardArticle = EInvoice.Identifier(value: "4012345678901") },
    ]

    private static func representative(
        name: String = "Agent",
        vatID: String = "DE111111125",
        address: EInvoice.Address? = EInvoice.Address(country: "DE")
    ) -> EInvoice.Party {
        EInvoice.Party(name: name, vatID: vatID, address: address)
    }

    private static let ofGroups: [EInvoiceMutation] = [
        .init("BR-31", also: ["BR-CO-11", "BR-S-08"]) { $0.allowances[0].amount = nil },
        .init("BR-32", also: ["BR-S-08"]) { ($0.allowances[0].category, $0.allowances[0].rate) = ("", nil) },
        .init("BR-33", also: ["BR-CO-21"]) { $0.allowances[0].reason = "" },
        .init("BR-CO-21", also: ["BR-33"]) { $0.allowances[0].reason = "" },
        .init("BR-36", also: ["BR-CO-12", "BR-S-08"]) { $0.charges[0].amount = nil },
        .init("BR-37", also: ["BR-S-08"]) { ($0.charges[0].category, $0.charges[0].rate) = ("", nil) },
        .init("BR-38", also: ["BR-CO-22"]) { $0.charges[0].reason = "" },
        .init("BR-CO-22", also: ["BR-38"]) { $0.charges[0].reason = "" },
        .init("BR-41") { $0.lines[0].allowances[0].amount = nil },
        .init("BR-42", also: ["BR-CO-23"]) { $0.lines[0].allowances[0].reason = "" },
        .init("BR-CO-23", also: ["BR-42"]) { $0.lines[0].allowances[0].reason = "" },
        .init("BR-43") { $0.lines[0].charges = [EInvoice.AllowanceCharge(reason: "Fee")] },
        .init("BR-44", also: ["BR-CO-24"]) { $0.lines[0].charges = [EInvoice.AllowanceCharge(amount: 0)] },
        .init("BR-CO-24", also: ["BR-44"]) { $0.lines[0].charges = [EInvoice.AllowanceCharge(amount: 0)] },
        .init("BR-CO-03") { ($0.taxPointDate, $0.taxPointCode) = (day, "5") },
        .init("BR-CO-04", also: ["BR-S-08"]) { ($0.lines[1].category, $0.lines[1].rate) = ("", nil) },
        .init("BR-CO-09") { $0.buyer.vatID = "12345678" },
        .init("BR-B-01", also: ["BR-S-08"]) { invoice in
            for index in invoice.lines.indices { invoice.lines[index].category = "B" }
        },
        .init("BR-B-02", also: ["BR-B-01", "BR-S-08"]) { $0.lines[0].category = "B" },
        .init("BR-CO-18", also: ["BR-CO-14", "BR-S-01"]) { $0.taxBreakdown = [] },
        .init("BR-CO-19") { $0.period = InvoicePeriod(start: nil, end: nil) },
        .init("BR-CO-20") { $0.lines[1].period = InvoicePeriod(start: nil, end: nil) },
        .init("BR-CO-25") { ($0.dueDate, $0.paymentTerms) = (nil, "") },
        .init("BR-CO-26") { $0.seller.vatID = "" },
    ]

    private static let ofSums: [EInvoiceMutation] = [
        .init("BR-CO-10", also: ["BR-CO-13"]) { $0.totals.lines = "8457.50" },
        .init("BR-CO-11", also: ["BR-CO-13"]) { $0.totals.allowances = "422.86" },
        .init("BR-CO-12", also: ["BR-CO-13"]) { $0.totals.charges = "10" },
        .init("BR-CO-13", also: ["BR-CO-15"]) { $0.totals.net = "8044.63" },
        .init("BR-CO-14", also: ["BR-CO-15"]) { $0.totals.tax = "1528.47" },
        .init("BR-CO-15", also: ["BR-CO-16"]) { $0.totals.gross = "9573.07" },
        .init("BR-CO-16") { $0.totals.paid = 1 },
        .init("BR-CO-17", also: ["BR-CO-14", "BR-S-09"]) { $0.taxBreakdown[0].tax = "1530.47" },
    ]

    private static let ofDecimals: [EInvoiceMutation] = [
        .init("BR-DEC-01", also: ["BR-CO-11", "BR-S-08"]) { $0.allowances[0].amount = "422.871" },
        .init("BR-DEC-02") { $0.allowances[0].base = "1.001" },
        .init("BR-DEC-05", also: ["BR-CO-12", "BR-S-08"]) { $0.charges[0].amount = "9.991" },
        .init("BR-DEC-06") { $0.charges[0].base = "1.001" },
        .init("BR-DEC-09", also: ["BR-CO-10", "BR-CO-13"]) { $0.totals.lines = "8457.491" },
        .init("BR-DEC-10", also: ["BR-CO-11", "BR-CO-13"]) { $0.totals.allowances = "422.871" },
        .init("BR-DEC-11", also: ["BR-CO-12", "BR-CO-13"]) { $0.totals.charges = "9.991" },
        .init("BR-DEC-12", also: ["BR-CO-13", "BR-CO-15"]) { $0.totals.net = "8044.611" },
        .init("BR-DEC-13", also: ["BR-CO-14", "BR-CO-15"]) { $0.totals.tax = "1528.481" },
        .init("BR-DEC-14", also: ["BR-CO-15", "BR-CO-16"]) { $0.totals.gross = "9573.091" },
        .init("BR-DEC-15") { ($0.taxCurrency, $0.totals.taxInTaxCurrency) = ("CZK", "1.001") },
        .init("BR-DEC-16", also: ["BR-CO-16"]) { $0.totals.paid = "1.001" },
        .init("BR-DEC-17", also: ["BR-CO-16"]) { $0.totals.rounding = "0.001" },
        .init("BR-DEC-18", also: ["BR-CO-16"]) { $0.totals.due = "9573.091" },
        .init("BR-DEC-19", also: ["BR-S-08"]) { $0.taxBreakdown[0].basis = "8044.611" },
        .init("BR-DEC-20", also: ["BR-CO-14", "BR-CO-17", "BR-S-09"]) { $0.taxBreakdown[0].tax = "1528.481" },
        .init("BR-DEC-23", also: ["BR-CO-10", "BR-S-08"]) { $0.lines[1].net = "4137.491" },
        .init("BR-DEC-24") { $0.lines[0].allowances[0].amount = "1.001" },
        .init("BR-DEC-25") { $0.lines[0].allowances[0].base = "1.001" },
        .init("BR-DEC-27") { $0.lines[0].charges = [EInvoice.AllowanceCharge(amount: "1.001", reason: "Fee")] },
        .init("BR-DEC-28") { $0.lines[0].charges = [EInvoice.AllowanceCharge(amount: 1, base: "1.001", reason: "Fee")] },
    ]

    private static let ofCodes: [EInvoiceMutation] = [
        .init("BR-CL-01") { $0.typeCode = "999" },
        .init("BR-CL-04") { $0.currency = "DEM" },
        .init("BR-CL-05") { ($0.taxCurrency, $0.totals.taxInTaxCurrency) = ("DEM", 1) },
        .init("BR-CL-06") { $0.taxPointCode = "3" },
        .init("BR-CL-08") { $0.notes[0].subject = "QQQ" },
        .init("BR-CL-10") { $0.seller.identifiers = [EInvoice.Identifier(value: "1", scheme: "9999")] },
        .init("BR-CL-11") { $0.buyer.legalRegistration = EInvoice.Identifier(value: "1", scheme: "9999") },
        .init("BR-CL-14") { $0.buyer.address?.country = "QQ" },
        .init("BR-CL-16") { $0.payment?.meansCode = "9999" },
        .init("BR-CL-17", also: ["BR-S-01"]) { $0.taxBreakdown[0].category = "Q" },
        .init("BR-CL-17", also: ["BR-S-08"]) { $0.allowances[0].category = "Q" },
        .init("BR-CL-17", also: ["BR-S-08"]) { $0.charges[0].category = "Q" },
        .init("BR-CL-18", also: ["BR-S-08"]) { $0.lines[1].category = "Q" },
        .init("BR-CL-19") { $0.allowances[0].reasonCode = "999" },
        .init("BR-CL-19") { $0.lines[0].allowances[0].reasonCode = "999" },
        .init("BR-CL-20") { $0.charges[0].reasonCode = "QQQ" },
        .init("BR-CL-20") { $0.lines[0].charges = [EInvoice.AllowanceCharge(amount: 0, reasonCode: "QQQ")] },
        .init("BR-CL-21") { $0.lines[0].standardArticle = EInvoice.Identifier(value: "1", scheme: "9999") },
        .init("BR-CL-22", category: .exempt) { $0.taxBreakdown[0].exemptionCode = "VATEX-QQ" },
        .init("BR-CL-23") { $0.lines[0].unit = "hour" },
        .init("BR-CL-25") { $0.buyer.electronicAddress.scheme = "QQ" },
        .init("BR-CL-26") { $0.delivery?.location = EInvoice.Identifier(value: "1", scheme: "9999") },
    ]
}
