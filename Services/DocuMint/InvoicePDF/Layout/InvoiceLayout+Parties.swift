extension InvoiceLayout {
    /// A party below its heading; empty when nothing is known of it.
    func party(_ party: InvoiceParty, _ heading: String, x: Double, width: Double) -> Row {
        var row = Row.empty
        guard !party.isEmpty else { return row }
        let head = structure.add(.heading2)
        row.append(typesetter.lines(heading, theme.partyHead, width: width), .start(x), leading: theme.labelLeading, head)
        row.append(name(of: party, x: x, width: width))
        row.append(address(of: party, theme.body, x: x, width: width))
        row.append(contact(of: party, theme.body, x: x, width: width))
        return row
    }

    func name(of party: InvoiceParty, x: Double, width: Double, style: TextStyle? = nil) -> Row {
        paragraph([party.name], style ?? theme.strong, .start(x), width: width)
    }

    func address(of party: InvoiceParty, _ style: TextStyle, x: Double, width: Double) -> Row {
        paragraph([party.address, party.place, party.country], style, .start(x), width: width)
    }

    /// E-mail, telephone and tax numbers.
    func contact(of party: InvoiceParty, _ style: TextStyle, x: Double, width: Double) -> Row {
        var row = Row.empty
        if !party.email.isEmpty { row.append(value(party.email, style, x: x, width: width, structure.add(.paragraph))) }
        row.append(paragraph([party.phone], style, .start(x), width: width))
        row.append(paragraph(identifiers(of: party), style, .start(x), width: width))
        return row
    }

    func identifiers(of party: InvoiceParty) -> [String] {
        [(labels.vatID, party.vatID), (labels.taxID, party.taxID)].filter { !$0.1.isEmpty }.map { "\($0.0) \(isolated($0.1))" }
    }

    /// A text that keeps its own direction among others (UAX #9 §2.4.2): on a page from right to left a number such as 2026-0042 would
    /// be torn apart behind a word. Elsewhere the text as it is.
    func isolated(_ text: String) -> String {
        isMirrored && !text.isEmpty ? "\u{2068}\(text)\u{2069}" : text
    }

    /// Texts below each other that are read as one; nothing when all are empty.
    func paragraph(_ texts: [String], _ style: TextStyle, _ alignment: Alignment, width: Double) -> Row {
        var row = Row.empty
        let lines = texts.flatMap { $0.isEmpty ? [] : typesetter.lines($0, style, width: width) }
        guard !lines.isEmpty else { return row }
        row.append(lines, alignment, leading: max(theme.leading, style.size * 1.3), structure.add(.paragraph))
        return row
    }
}

extension InvoiceParty {
    /// Postal code and city.
    var place: String { [postalCode, city].filter { !$0.isEmpty }.joined(separator: " ") }

    /// Whether nothing is known that is printed among the parties.
    var isEmpty: Bool {
        [name, address, postalCode, city, country, email, phone, vatID, taxID].allSatisfy { $0.isEmpty }
    }
}
