extension InvoiceLayout {
    /// Subtotal and taxes where there are any, then the total.
    var totals: [Row] {
        var rows = [Row.space(10, keepsWithNext: true)]
        let taxes = taxRows
        if !taxes.isEmpty {
            rows += [amountRow(labels.subtotal, amounts.linesTotal)] + taxes
        }
        return rows + [totalRow(isSum: !taxes.isEmpty)]
    }

    private var taxRows: [Row] {
        let groups = amounts.taxBreakdown.filter { $0.category != .notSubject }
        let label = amounts.taxBreakdown.count > 1 ? labels.taxOnBasis : labels.tax
        return groups.map { group in
            amountRow(label.filling(["{rate}": numbers.percent(group.rate), "{basis}": numbers.money(group.basis)]), group.tax)
        }
    }

    private func amountRow(_ label: String, _ amount: DecimalNumber) -> Row {
        Row(height: 17, marks: marks(label, theme.detail, amount, theme.body, baseline: 12), keepsWithNext: true)
    }

    /// - Parameter isSum: whether a rule stands between it and what it is the sum of.
    private func totalRow(isSum: Bool) -> Row {
        let label = request.currencySymbol == nil ? "\(labels.total) \(request.currency.code)" : labels.total
        let rule = Mark.rule(x: totalsLeft, y: 6, width: theme.totalsWidth, thickness: 0.75, ink: .strongRule)
        let texts = marks(label, theme.total, amounts.total, theme.total, baseline: isSum ? 24 : 14)
        return isSum ? Row(height: 30, marks: [rule] + texts) : Row(height: 20, marks: texts)
    }

    private var totalsLeft: Double { theme.right - theme.totalsWidth }

    private func marks(
        _ label: String,
        _ labelStyle: TextStyle,
        _ amount: DecimalNumber,
        _ amountStyle: TextStyle,
        baseline: Double
    ) -> [Mark] {
        let number = typesetter.line(numbers.money(amount), amountStyle, cutTo: theme.totalsWidth)
        let name = typesetter.line(label, labelStyle, cutTo: theme.totalsWidth - number.width - theme.gutter)
        return [.text(name, x: totalsLeft, baseline: baseline), .text(number, rightAlignedAt: theme.right, baseline: baseline)]
    }
}
