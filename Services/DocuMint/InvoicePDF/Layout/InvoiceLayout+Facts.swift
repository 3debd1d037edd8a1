/// A short text with its name.
struct Fact {
    let label: String
    let value: String
}

extension InvoiceLayout {
    /// The facts of the invoice that are known, in the order in which they are looked for.
    var facts: [Fact] {
        let date = request.locale.dates.text
        let isInvoice = request.type != .quote && request.type != .receipt && request.type != .creditNote
        let known = [
            (isInvoice ? labels.invoiceNumber : labels.documentNumber, request.invoiceNumber),
            (labels.date, request.date.map(date) ?? ""),
            (request.type == .quote ? labels.validUntil : labels.dueDate, request.dueDate.map(date) ?? ""),
            (labels.deliveryDate, request.deliveryDate.map(date) ?? ""),
            (labels.purchaseOrder, request.purchaseOrder),
            (labels.buyerReference, request.buyerReference),
            (labels.precedingInvoice, request.precedingInvoice),
        ]
        return (known.map(Fact.init) + request.customFields.map { Fact(label: $0.label, value: $0.value) }).filter { !$0.value.isEmpty }
    }

    /// Facts below each other, their values in a column.
    func factList(_ facts: [Fact], x: Double, width: Double, valueStyle: TextStyle? = nil) -> Row {
        var row = Row.empty
        guard !facts.isEmpty else { return row }
        let list = structure.add(.list)
        let names = facts.map { typesetter.lines($0.label, theme.detail, width: width / 2) }
        let labelWidth = (names.joined().map { $0.width }.max() ?? 0) + theme.gutter * 0.75
        for (fact, name) in zip(facts, names) {
            let (label, body) = listItem(in: list)
            var left = Row.empty
            left.append(name, .start(x), leading: theme.leading, label)
            left.merge(value(fact.value, valueStyle ?? theme.body, x: x + labelWidth, width: width - labelWidth, body))
            row.append(left)
        }
        return row
    }

    /// Facts side by side, each below its name, in as many columns as fit.
    func factGrid(_ facts: [Fact], x: Double, width: Double, columns: Int) -> Row {
        var grid = Row.empty
        guard !facts.isEmpty else { return grid }
        let list = structure.add(.list)
        let columnWidth = (width - Double(columns - 1) * theme.gutter) / Double(columns)
        for start in stride(from: 0, to: facts.count, by: columns) {
            if start > 0 { grid.height += theme.leading * 0.6 }
            var line = Row.empty
            for (position, fact) in facts[start..<min(start + columns, facts.count)].enumerated() {
                line.merge(stacked(fact, x: x + Double(position) * (columnWidth + theme.gutter), width: columnWidth, in: list))
            }
            grid.append(line)
        }
        return grid
    }

    private func stacked(_ fact: Fact, x: Double, width: Double, in list: ElementID) -> Row {
        let (label, body) = listItem(in: list)
        var row = Row.empty
        row.append(typesetter.lines(fact.label, theme.label, width: width), .start(x), leading: theme.labelLeading, label)
        row.append(value(fact.value, theme.body, x: x, width: width, body))
        return row
    }

    private func listItem(in list: ElementID) -> (label: ElementID, body: ElementID) {
        let item = structure.add(.listItem, in: list)
        return (structure.add(.listLabel, in: item), structure.add(.listBody, in: item))
    }

    /// A text that becomes a link if it is an address.
    func value(_ text: String, _ style: TextStyle, x: Double, width: Double, _ element: ElementID) -> Row {
        var row = Row.empty
        let lines = typesetter.lines(text, style, width: width)
        guard let uri = LinkTarget.uri(of: text), !lines.isEmpty else {
            row.append(lines, .start(x), leading: theme.leading, element)
            return row
        }
        let link = structure.add(.link, in: element, alternative: text)
        row.append(lines, .start(x), leading: theme.leading, link)
        let box = Mark.Box(x: x, y: 0, width: lines.map { $0.width }.max() ?? 0, height: row.height)
        row.marks.append(Mark(content: .link(box, uri: uri), element: link))
        return row
    }
}
