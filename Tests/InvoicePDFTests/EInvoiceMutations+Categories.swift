@testable import InvoicePDF

extension EInvoiceMutation {
    /// The same mutations for every category; those that have no rate become the other categories of the same kind.
    static let ofCategories: [EInvoiceMutation] =
        [
            ofTaxed("S", "S"), ofTaxed("L", "AF"), ofTaxed("M", "AG"),
            ofUntaxed(.zeroRated, "Z"), ofUntaxed(.exempt, "E"), ofUntaxed(.reverseCharge, "AE"), ofUntaxed(.intraCommunity, "IC"),
            ofUntaxed(.export, "G"), ofUntaxed(.notSubject, "O"), special,
        ].flatMap(\.self)

    private static func ofTaxed(_ code: String, _ letters: String) -> [EInvoiceMutation] {
        func mutation(_ number: String, also: [String] = [], change: @escaping @Sendable (inout EInvoice) -> Void) -> EInvoiceMutation {
            let others = also.map { $0.replacing("BR-?", with: "BR-\(letters)") }
            return EInvoiceMutation("BR-\(letters)-\(number)", also: Set(others)) { invoice in
                invoice.become(code)
                change(&invoice)
            }
        }
        let wrongRate: DecimalNumber = code == "S" ? 0 : -1
        return [
            mutation("01", also: ["BR-CO-14", "BR-CO-18"]) { $0.taxBreakdown = [] },
            mutation("02", also: ["BR-CO-26", "BR-?-03", "BR-?-04"]) { $0.seller.forgetTax() },
            mutation("03", also: ["BR-CO-26", "BR-?-02", "BR-?-04"]) { $0.seller.forgetTax() },
            mutation("04", also: ["BR-CO-26", "BR-?-02", "BR-?-03"]) { $0.seller.forgetTax() },
            mutation("05", also: ["BR-?-08"]) { $0.lines[1].rate = wrongRate },
            mutation("06", also: ["BR-?-08"]) { $0.allowances[0].rate = wrongRate },
            mutation("07", also: ["BR-?-08"]) { $0.charges[0].rate = wrongRate },
            mutation("08") { $0.taxBreakdown[0].basis = "8044.62" },
            mutation("09", also: ["BR-CO-14", "BR-CO-17"]) { $0.taxBreakdown[0].tax = "1540.48" },
            mutation("10") { $0.taxBreakdown[0].exemptionReason = "No reason" },
        ]
    }

    private static func ofUntaxed(_ category: TaxCategory, _ letters: String) -> [EInvoiceMutation] {
        func mutation(_ number: String, also: [String] = [], change: @escaping @Sendable (inout EInvoice) -> Void) -> EInvoiceMutation {
            let others = also.map { $0.replacing("BR-?", with: "BR-\(letters)") }
            return EInvoiceMutation("BR-\(letters)-\(number)", also: Set(others), category: category, change: change)
        }
        let isOutside = category == .notSubject
        let isExempt = category != .zeroRated
        let wrongRate: DecimalNumber? = isOutside ? 0 : nil
        let unregister: @Sendable (inout EInvoice) -> Void = { isOutside ? $0.seller.vatID = "DE123456788" : $0.seller.forgetTax() }
        let noSeller = isOutside ? [] : ["BR-CO-26"]
        return [
            mutation("01", also: ["BR-CO-18"]) { $0.taxBreakdown = [] },
            mutation("02", also: noSeller + ["BR-?-03", "BR-?-04"], change: unregister),
            mutation("03", also: noSeller + ["BR-?-02", "BR-?-04"], change: unregister),
            mutation("04", also: noSeller + ["BR-?-02", "BR-?-03"], change: unregister),
            mutation("05") { $0.lines[1].rate = wrongRate },
            mutation("06") { $0.allowances[0].rate = wrongRate },
            mutation("07") { $0.charges[0].rate = wrongRate },
            mutation("08") { $0.taxBreakdown[0].basis = "8046.62" },
            mutation("09", also: ["BR-CO-14", "BR-CO-17"]) { $0.taxBreakdown[0].tax = 10 },
            mutation("10") { invoice in
                (invoice.taxBreakdown[0].exemptionReason, invoice.taxBreakdown[0].exemptionCode) = (isExempt ? "" : "No reason", "")
            },
        ]
    }

    private static let special: [EInvoiceMutation] = [
        .init("BR-IC-11", category: .intraCommunity) { $0.delivery?.date = nil },
        .init("BR-IC-12", category: .intraCommunity) { $0.delivery?.address = nil },
        .init("BR-AE-02", also: ["BR-AE-03", "BR-AE-04"], category: .reverseCharge) { $0.buyer.vatID = "" },
        .init("BR-IC-02", also: ["BR-IC-03", "BR-IC-04"], category: .intraCommunity) { $0.buyer.vatID = "" },
        .init("BR-O-11", also: ["BR-Z-01"], category: .notSubject) { invoice in
            invoice.taxBreakdown.append(EInvoice.TaxSubtotal(basis: 0, tax: 0, category: "Z", rate: 0))
        },
        .init("BR-O-12", also: ["BR-O-08", "BR-Z-01"], category: .notSubject) { ($0.lines[1].category, $0.lines[1].rate) = ("Z", 0) },
        .init("BR-O-13", also: ["BR-O-08", "BR-Z-01"], category: .notSubject) { invoice in
            (invoice.allowances[0].category, invoice.allowances[0].rate) = ("Z", 0)
        },
        .init("BR-O-14", also: ["BR-O-08", "BR-Z-01"], category: .notSubject) { ($0.charges[0].category, $0.charges[0].rate) = ("Z", 0) },
    ]
}

extension EInvoice {
    /// Has another category at the same rate everywhere.
    fileprivate mutating func become(_ code: String) {
        for index in lines.indices { lines[index].category = code }
        for index in allowances.indices { allowances[index].category = code }
        for index in charges.indices { charges[index].category = code }
        for index in taxBreakdown.indices { taxBreakdown[index].category = code }
    }
}

extension EInvoice.Party {
    fileprivate mutating func forgetTax() {
        (vatID, taxRegistration, identifiers) = ("", "", [])
    }
}
