extension ItemTable.Columns {
    /// Quantity, unit price, discount and tax rate where they say something, and amount.
    static func numbers(of layout: InvoiceLayout, size: Double) -> (columns: [NumberColumn], amount: NumberColumn) {
        let labels = layout.labels
        let numbers = layout.numbers
        let items = layout.request.items
        let lines = layout.amounts.lines
        let builder = NumberColumn.Builder(layout: layout, style: TextStyle(size: size))
        var columns = [
            builder.column(
                labels.quantity,
                items.map { numbers.text($0.quantity) },
                suffixes: items.map { layout.request.locale.unitName(code: $0.unit) }
            ),
            builder.column(labels.unitPrice, items.map { numbers.amount($0.unitPrice) }),
        ]
        if items.contains(where: { $0.discount != nil }) {
            columns.append(builder.column(labels.lineDiscount, zip(items, lines).map(layout.discount)))
        }
        if layout.ratesDiffer {
            columns.append(builder.column(labels.taxRate, lines.map { $0.taxRate.map(numbers.percent) ?? "–" }))
        }
        let amount = builder.column(
            labels.amount,
            lines.map { numbers.amount($0.printed) },
            reserving: numbers.amount(layout.amounts.printedLinesTotal)
        )
        return (columns + [amount], amount)
    }
}

extension InvoiceLayout {
    /// Whether positions say what tax there is on them.
    var ratesDiffer: Bool { amounts.lines.contains { $0.taxRate != amounts.lines[0].taxRate } }

    /// What is taken off a position: the share, or the amount.
    func discount(of item: InvoiceItem, _ line: InvoiceAmounts.Line) -> String {
        switch item.discount?.size {
        case nil: "–"
        case .percent(let percent): numbers.percentage(percent)
        case .amount: numbers.amount(-line.discount)
        }
    }

    /// What stands in small letters below a description: the period, and why something is taken off.
    func details(of item: InvoiceItem) -> [String] {
        let period = item.period.map(text) ?? ""
        return [period.isEmpty ? "" : "\(labels.period) \(period)", item.discount?.reason ?? ""].filter { !$0.isEmpty }
    }

    /// The days of a period, with an open end where one is not known.
    func text(of period: InvoicePeriod) -> String {
        let days = [period.start, period.end].map { $0.map(request.locale.dates.text) ?? "" }
        return days.allSatisfy(\.isEmpty) ? "" : days[0] == days[1] ? days[0] : days.joined(separator: " – ")
    }
}

extension NumberColumn {
    /// Sets the texts of columns.
    struct Builder {
        let layout: InvoiceLayout
        let style: TextStyle

        func column(_ head: String, _ texts: [String], suffixes: [String] = [], reserving: String? = nil) -> NumberColumn {
            let typesetter = layout.typesetter
            let theme = layout.theme
            let cells = texts.map { typesetter.line($0, style) }
            let widest = max(cells.map { $0.width }.max() ?? 0, 58 * theme.scale)
            let unitStyle = TextStyle(size: style.size * 0.84, ink: .secondary)
            let hasSuffixes = suffixes.contains { !$0.isEmpty }
            return NumberColumn(
                head: typesetter.lines(head, theme.table.head, width: widest),
                cells: cells,
                suffixes: hasSuffixes ? suffixes.map { typesetter.line($0, unitStyle, cutTo: 64 * theme.scale) } : [],
                reserving: reserving.map { typesetter.line($0, style) },
                separator: layout.numbers.decimalSeparator,
                isMirrored: layout.isMirrored,
                minimumWidth: 28 * theme.scale
            )
        }
    }
}
