extension InvoiceLayout {
    /// The title, then seller, buyer and the facts of the invoice side by side.
    var heading: [Row] {
        let columns = [party(request.from, labels.from), party(request.to, labels.billTo), facts].filter { !$0.isEmpty }
        let count = columns.map(\.count).max() ?? 0
        let rows = (0..<count).map { index in
            Row(
                height: theme.leading,
                marks: columns.enumerated().compactMap { position, column in
                    index < column.count ? .text(column[index], x: columnLeft(position), baseline: theme.leading) : nil
                }
            )
        }
        return [titleRow] + rows + [.space(34, keepsWithNext: true)]
    }

    private var titleRow: Row {
        let baseline = 22.0
        var row = Row(height: 48, marks: [.text(typesetter.line(labels.invoice, theme.title), x: theme.margin, baseline: baseline)])
        if request.isDemo {
            row.marks.append(.text(typesetter.line(labels.demo, theme.demo), rightAlignedAt: theme.right, baseline: baseline))
        }
        return row
    }

    private var columnWidth: Double { (theme.contentWidth - 2 * theme.gutter) / 3 }

    private func columnLeft(_ position: Int) -> Double {
        theme.margin + Double(position) * (columnWidth + theme.gutter)
    }

    private func party(_ party: InvoiceParty, _ label: String) -> [TextLine] {
        let place = [party.postalCode, party.city].filter { !$0.isEmpty }.joined(separator: " ")
        let lines =
            lines(party.name, theme.strong) + lines(party.address) + lines(place) + lines(party.country) + lines(party.email)
            + lines(party.phone) + lines(party.vatID, after: labels.vatID) + lines(party.taxID, after: labels.taxID)
        return lines.isEmpty ? [] : [typesetter.line(label, theme.label)] + lines
    }

    /// Each fact is a label with its value below, and an empty line before the next.
    private var facts: [TextLine] {
        let facts = [
            (labels.invoiceNumber, request.invoiceNumber),
            (labels.date, request.date.map(labels.text) ?? ""),
            (labels.dueDate, request.dueDate.map(labels.text) ?? ""),
        ]
        let blocks = facts.map { label, value in
            let lines = lines(value)
            return lines.isEmpty ? [] : [typesetter.line(label, theme.label)] + lines
        }
        return Array(blocks.filter { !$0.isEmpty }.joined(separator: [typesetter.line("", theme.label)]))
    }

    private func lines(_ text: String, _ style: TextStyle? = nil) -> [TextLine] {
        typesetter.lines(text, style ?? theme.body, width: columnWidth)
    }

    private func lines(_ text: String, after label: String) -> [TextLine] {
        text.isEmpty ? [] : lines("\(label) \(text)")
    }
}
