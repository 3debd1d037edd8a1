extension CharacterSet {
    /// The set that `\p{name}` names: a general category (`Lu`), a group of them (`L`) or `Any`. As in RE2, unassigned scalars (`Cn`) have no
    /// name and are not in `C`.
    init?(category name: String) {
        if name == "Any" {
            self = .all
            return
        }
        guard let set = Self.categories[name] else { return nil }
        self = set
    }

    /// All categories and their groups, by name. Made when first used, within about 100 ms.
    private static let categories: [String: CharacterSet] = {
        var ranges: [Unicode.GeneralCategory: [ClosedRange<UInt32>]] = [:]
        var (start, category) = (UInt32(0), Unicode.GeneralCategory.control)
        for value in UInt32(1)...0x110000 {
            let next = Unicode.Scalar(value)?.properties.generalCategory ?? (value < 0x110000 ? .surrogate : .unassigned)
            guard next != category || value == 0x110000 else { continue }
            ranges[category, default: []].append(start...value - 1)
            (start, category) = (value, next)
        }
        ranges[.unassigned] = nil
        var sets: [String: CharacterSet] = [:]
        for (category, ranges) in ranges {
            let name = category.abbreviation
            sets[name] = CharacterSet(ranges)
            let group = String(name.prefix(1))
            sets[group] = CharacterSet(ranges + (sets[group]?.ranges ?? []))
        }
        return sets
    }()
}

extension Unicode.GeneralCategory {
    /// The category's short name in PropertyValueAliases.txt.
    fileprivate var abbreviation: String {
        switch self {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        case .unassigned: "Cn"
        @unknown default: "Cn"
        }
    }
}
