extension InvoiceLayout {
    /// Each position as its description with, below, quantity and price at one side and the amount at the other.
    var rollItems: [Row] {
        let list = structure.add(.list)
        let column = NumberColumn(
            cells: amounts.lines.map { typesetter.line(numbers.amount($0.printed), theme.body, fittedTo: theme.contentWidth / 2) },
            reserving: typesetter.line(numbers.money(amounts.total), theme.body, fittedTo: theme.contentWidth / 2),
            separator: numbers.decimalSeparator,
            isMirrored: isMirrored
        )
        return request.items.indices.flatMap { index in
            rollItem(at: index, column, structure.add(.listBody, in: structure.add(.listItem, in: list)))
        }
    }

    private func rollItem(at index: Int, _ column: NumberColumn, _ element: ElementID) -> [Row] {
        let item = request.items[index]
        let left = theme.margin
        var texts = Row.space(index == 0 ? 0 : theme.table.padding)
        texts.append(
            typesetter.lines(item.description, theme.body, width: theme.contentWidth),
            .start(left),
            leading: theme.leading,
            element
        )
        for text in (item.sku.isEmpty ? [] : ["\(labels.sku) \(isolated(item.sku))"]) + details(of: item) {
            texts.append(typesetter.lines(text, theme.label, width: theme.contentWidth), .start(left), leading: theme.leading, element)
        }
        var rows = texts.height > theme.leading * 6 ? texts.parted(above: theme.leading, strip: theme.leading) : [texts]
        var sum = Row(height: theme.leading)
        sum.marks = column.marks(row: index, right: theme.right, baseline: column.cells[index].baseline(in: theme.leading), element)
        let room = max(theme.contentWidth - column.width - theme.gutter, 0)
        let factors = typesetter.line(factors(of: item, at: index), theme.detail, fittedTo: room)
        sum.marks.insert(.text(factors, x: left, baseline: factors.baseline(in: theme.leading), element), at: 0)
        rows[rows.count - 1].keepsWithNext = true
        return rows + [sum]
    }

    /// `2 h × $50.00 -10% (19%)`.
    private func factors(of item: InvoiceItem, at index: Int) -> String {
        let line = amounts.lines[index]
        let unit = request.locale.unitName(code: item.unit)
        var text = numbers.text(item.quantity) + (unit.isEmpty ? "" : "\u{A0}\(unit)") + " × " + numbers.money(item.unitPrice)
        switch item.discount?.size {
        case nil: break
        case .percent(let percent): text += "  -\(numbers.percentage(percent))"
        case .amount: text += "  \(numbers.money(-line.discount))"
        }
        if ratesDiffer, let rate = line.taxRate { text += "  (\(numbers.percent(rate)))" }
        return text
    }
}
