extension ItemTable {
    /// Quantity, unit price, tax rate where rates differ, and net.
    static func columns(of layout: InvoiceLayout, size: Double) -> [NumberColumn] {
        let labels = layout.labels
        let numbers = layout.numbers
        let items = layout.request.items
        let lines = layout.amounts.lines
        let column = { (head: String, texts: [String]) in
            NumberColumn(
                head: layout.typesetter.line(head, layout.theme.label),
                texts: texts,
                style: TextStyle(size: size),
                separator: numbers.decimalSeparator,
                typesetter: layout.typesetter
            )
        }
        var columns = [
            column(labels.quantity, items.map { numbers.text($0.quantity) }),
            column(labels.unitPrice, items.map { numbers.amount($0.unitPrice) }),
        ]
        if layout.amounts.taxBreakdown.count > 1 {
            columns.append(column(labels.taxRate, lines.map { $0.taxRate.map(numbers.percent) ?? "–" }))
        }
        columns.append(column(labels.amount, lines.map { numbers.amount($0.net) }))
        return columns
    }
}
