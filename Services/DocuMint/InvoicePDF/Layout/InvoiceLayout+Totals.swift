extension InvoiceLayout {
    /// Subtotal and taxes where there are any, then the total.
    var totals: [Row] {
        var rows = [Row.space(10, keepsWithNext: true)]
        let taxes = taxRows
        if !taxes.isEmpty {
            rows += [amountRow([labels.subtotal], amounts.linesTotal)] + taxes
        }
        return rows + [totalRow(isSum: !taxes.isEmpty)]
    }

    private var taxRows: [Row] {
        let groups = amounts.taxBreakdown.filter { $0.category != .notSubject }
        let names = amounts.taxBreakdown.count > 1 ? [labels.taxOnBasis, labels.tax] : [labels.tax]
        return groups.map { group in
            let values = ["{rate}": numbers.percent(group.rate), "{basis}": numbers.money(group.basis)]
            return amountRow(names.map { $0.filling(values) }, group.tax)
        }
    }

    private func amountRow(_ names: [String], _ amount: DecimalNumber) -> Row {
        Row(height: 17, marks: marks(names, theme.detail, amount, theme.body, baseline: 12), keepsWithNext: true)
    }

    /// - Parameter isSum: whether a rule stands between it and what it is the sum of.
    private func totalRow(isSum: Bool) -> Row {
        let names = request.currencySymbol == nil ? ["\(labels.total) \(request.currency.code)", labels.total] : [labels.total]
        let rule = Mark.rule(x: totalsLeft, y: 6, width: theme.totalsWidth, thickness: 0.75, ink: .strongRule)
        let texts = marks(names, theme.total, amounts.total, theme.total, baseline: isSum ? 24 : 14)
        return isSum ? Row(height: 30, marks: [rule] + texts) : Row(height: 20, marks: texts)
    }

    private var totalsLeft: Double { theme.right - theme.totalsWidth }

    /// - Parameter names: of the amount, the best one first.
    private func marks(
        _ names: [String],
        _ nameStyle: TextStyle,
        _ amount: DecimalNumber,
        _ amountStyle: TextStyle,
        baseline: Double
    ) -> [Mark] {
        let number = line(numbers.money(amount), amountStyle)
        let mark = Mark.text(number, rightAlignedAt: theme.right, baseline: baseline)
        let room = theme.totalsWidth - number.width - theme.gutter
        guard let name = name(among: names, nameStyle, room: room) else { return [mark] }
        return [.text(name, x: totalsLeft, baseline: baseline), mark]
    }

    /// An amount. It is never cut, which would make it another one, but set smaller where it would be wider than the totals.
    private func line(_ amount: String, _ style: TextStyle) -> TextLine {
        let line = typesetter.line(amount, style)
        guard line.width > theme.totalsWidth else { return line }
        var style = style
        style.size *= theme.totalsWidth / line.width
        return typesetter.line(amount, style)
    }

    /// The first name for which there is room, or the last one cut; `nil` if there is no room even for that.
    private func name(among names: [String], _ style: TextStyle, room: Double) -> TextLine? {
        let lines = names.lazy.map { typesetter.line($0, style) }
        let line = lines.first { $0.width <= room } ?? typesetter.line(names.last ?? "", style, cutTo: max(room, 0))
        return line.width <= room ? line : nil
    }
}
