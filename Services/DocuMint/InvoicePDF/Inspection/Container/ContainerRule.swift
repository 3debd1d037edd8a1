/// One rule of a standard.
struct ContainerRule: Sendable {
    /// What a rule belongs to, which says when it applies.
    enum Standard {
        /// ISO 32000-1: every PDF.
        case pdf
        /// ISO 19005-3: files that claim PDF/A.
        case pdfA
        /// ISO 14289-1: files that claim PDF/UA.
        case pdfUA
        /// The Factur-X specification: files that carry an e-invoice or claim to.
        case facturX
    }

    /// The standard and its clause, and a number where a clause has several rules.
    let id: String
    let standard: Standard
    /// What is demanded.
    let title: String
    /// Whether it is good practice and not demanded.
    let isWarning: Bool
    /// What breaks the rule; nothing when it is kept.
    let violations: @Sendable (InspectedPDF) -> [String]

    init(
        _ id: String,
        _ standard: Standard,
        _ title: String,
        isWarning: Bool = false,
        violations: @escaping @Sendable (InspectedPDF) -> [String]
    ) {
        self.id = id
        self.standard = standard
        self.title = title
        self.isWarning = isWarning
        self.violations = violations
    }

    /// A rule that is kept or not.
    init(_ id: String, _ standard: Standard, _ title: String, holds: @escaping @Sendable (InspectedPDF) -> Bool) {
        self.init(id, standard, title, violations: { holds($0) ? [] : ["it is not so"] })
    }

    func check(_ pdf: InspectedPDF) -> ContainerCheck {
        let found = Set(violations(pdf)).sorted()
        let more = found.count > 3 ? "; and \(found.count - 3) more" : ""
        return ContainerCheck(
            id: id,
            title: title,
            passed: found.isEmpty,
            isWarning: isWarning,
            detail: found.prefix(3).joined(separator: "; ") + more
        )
    }
}
