extension EInvoiceRules {
    /// BR-CL: codes are those of the code lists. What is empty is the business of other rules.
    static let codes: [EInvoiceRule] = ofDocument + ofParts

    private static let ofDocument: [EInvoiceRule] = [
        .invoice("BR-CL-01", "BT-3", "The type of the document is a code of UNTDID 1001.") { CodeList.documentTypes.allows($0.typeCode) },
        .invoice("BR-CL-04", "BT-5", "The currency is a code of ISO 4217.") { CodeList.currencies.allows($0.currency) },
        .invoice("BR-CL-05", "BT-6", "The VAT accounting currency is a code of ISO 4217.") { CodeList.currencies.allows($0.taxCurrency) },
        .invoice("BR-CL-06", "BT-8", "The VAT point date code is one of UNTDID 2475.") { CodeList.taxPoints.allows($0.taxPointCode) },
        .invoice("BR-CL-08", "BT-21", "The subject of a note is a code of UNTDID 4451.") {
            $0.notes.allSatisfy { CodeList.noteSubjects.allows($0.subject) }
        },
        schemes("BR-CL-10", ["BT-29", "BT-46", "BT-60"], "The scheme of an identifier is a code of ISO/IEC 6523.") { party in
            party.identifiers.allSatisfy { $0.scheme == "SEPA" || CodeList.identifiers.allows($0.scheme) }
        },
        schemes("BR-CL-11", ["BT-30", "BT-47", "BT-61"], "The scheme of a registration is a code of ISO/IEC 6523.") { party in
            CodeList.identifiers.allows(party.legalRegistration.scheme)
        },
        EInvoiceRule(
            id: "BR-CL-14",
            text: "The country is a code of ISO 3166-1 with two letters, or the name of a country.",
            terms: ["BT-40", "BT-55", "BT-69", "BT-80"],
            severity: .fatal
        ) { invoice in
            let countries = [
                ("BT-40", invoice.seller.address?.country), ("BT-55", invoice.buyer.address?.country),
                ("BT-69", invoice.taxRepresentative?.address?.country), ("BT-80", invoice.delivery?.address?.country),
            ]
            return countries.filter { !CodeList.countries.allows($0.1 ?? "") }.map { EInvoiceRule.Breach(term: $0.0) }
        },
        .invoice("BR-CL-16", "BT-81", "The means of payment is a code of UNTDID 4461.") {
            CodeList.paymentMeans.allows($0.payment?.meansCode ?? "")
        },
        schemes("BR-CL-25", ["BT-34", "BT-49"], "The scheme of an electronic address is a code of the EAS list.") { party in
            CodeList.electronicAddresses.allows(party.electronicAddress.scheme)
        },
        .invoice("BR-CL-26", "BT-71", "The scheme of a location of delivery is a code of ISO/IEC 6523.") {
            CodeList.identifiers.allows($0.delivery?.location.scheme ?? "")
        },
    ]

    private static let ofParts: [EInvoiceRule] = [
        .subtotals("BR-CL-17", "BT-118", "A VAT category is a code of UNTDID 5305.") { CodeList.taxCategories.allows($0.category) },
        .allowances("BR-CL-17", "BT-95", "A VAT category is a code of UNTDID 5305.") { CodeList.taxCategories.allows($0.category) },
        .charges("BR-CL-17", "BT-102", "A VAT category is a code of UNTDID 5305.") { CodeList.taxCategories.allows($0.category) },
        .lines("BR-CL-18", "BT-151", "The VAT category of a line is a code of UNTDID 5305.") { CodeList.taxCategories.allows($0.category) },
        .allowances("BR-CL-19", "BT-98", "The reason of an allowance is a code of UNTDID 5189.") {
            CodeList.allowanceReasons.allows($0.reasonCode)
        },
        .lines("BR-CL-19", "BT-140", "The reason of an allowance is a code of UNTDID 5189.") {
            $0.allowances.allSatisfy { CodeList.allowanceReasons.allows($0.reasonCode) }
        },
        .charges("BR-CL-20", "BT-105", "The reason of a charge is a code of UNTDID 7161.") { CodeList.chargeReasons.allows($0.reasonCode) },
        .lines("BR-CL-20", "BT-145", "The reason of a charge is a code of UNTDID 7161.") {
            $0.charges.allSatisfy { CodeList.chargeReasons.allows($0.reasonCode) }
        },
        .lines("BR-CL-21", "BT-157", "The scheme of an item is a code of ISO/IEC 6523.") {
            CodeList.identifiers.allows($0.standardArticle.scheme)
        },
        .subtotals("BR-CL-22", "BT-121", "The reason of an exemption is a code of the VATEX list.") {
            CodeList.exemptions.allows($0.exemptionCode.uppercased())
        },
        .lines("BR-CL-23", "BT-130", "The unit is a code of UN/ECE Recommendation 20 or 21.") { CodeList.units.allows($0.unit) },
    ]

    /// A rule about the seller, the buyer and the payee, with the term of each.
    private static func schemes(_ id: String, _ terms: [String], _ text: String, holds: @escaping @Sendable (EInvoice.Party) -> Bool)
        -> EInvoiceRule
    {
        EInvoiceRule(id: id, text: text, terms: terms, severity: .fatal) { invoice in
            zip(terms, [invoice.seller, invoice.buyer, invoice.payee ?? EInvoice.Party()])
                .filter { !holds($0.1) }.map { EInvoiceRule.Breach(term: $0.0) }
        }
    }
}

extension CodeList {
    /// Whether a code is in the list, or not given.
    fileprivate func allows(_ code: String) -> Bool { code.isEmpty || contains(code) }
}
