/// What EN 16931 wants of one VAT category: BR-S-01 … BR-S-10 and the same for the others, which differ in the values below.
struct CategoryRules: Sendable {
    /// What a rate has to be.
    enum Rate: Sendable {
        case aboveZero, zeroOrAbove, zero, absent
    }

    /// Who has to be registered for tax.
    enum Registration: Sendable {
        /// The seller, with a VAT identifier or a national tax number, or a representative.
        case seller
        /// The seller with a VAT identifier, or a representative.
        case sellerForVAT
        /// The seller, and the buyer with a VAT identifier or as a company.
        case sellerAndBuyer
        /// Both with VAT identifiers.
        case bothForVAT
        /// Nobody may have a VAT identifier.
        case nobody
    }

    /// The code of UNTDID 5305.
    let code: String
    /// What stands between `BR-` and the number.
    let letters: String
    let name: String
    let rate: Rate
    let registration: Registration
    /// Whether there has to be a reason why no tax is due; if not, there may be none.
    let isExempt: Bool

    /// Whether there is one breakdown for each rate, not one for the category.
    var hasRates: Bool { rate == .aboveZero || rate == .zeroOrAbove }

    /// Every category that has rules of its own, with them.
    static let all: [(code: String, rules: [EInvoiceRule])] = categories.map { ($0.code, $0.rules) }

    private static let categories = [
        CategoryRules(code: "S", letters: "S", name: "Standard rated", rate: .aboveZero, registration: .seller, isExempt: false),
        CategoryRules(code: "Z", letters: "Z", name: "Zero rated", rate: .zero, registration: .seller, isExempt: false),
        CategoryRules(code: "E", letters: "E", name: "Exempt from VAT", rate: .zero, registration: .seller, isExempt: true),
        CategoryRules(code: "AE", letters: "AE", name: "Reverse charge", rate: .zero, registration: .sellerAndBuyer, isExempt: true),
        CategoryRules(code: "K", letters: "IC", name: "Intra-community supply", rate: .zero, registration: .bothForVAT, isExempt: true),
        CategoryRules(code: "G", letters: "G", name: "Export outside the EU", rate: .zero, registration: .sellerForVAT, isExempt: true),
        CategoryRules(code: "O", letters: "O", name: "Not subject to VAT", rate: .absent, registration: .nobody, isExempt: true),
        CategoryRules(code: "L", letters: "AF", name: "IGIC", rate: .zeroOrAbove, registration: .seller, isExempt: false),
        CategoryRules(code: "M", letters: "AG", name: "IPSI", rate: .zeroOrAbove, registration: .seller, isExempt: false),
    ]
}
