extension InvoiceLayout {
    /// What stands below the positions: totals, how to pay, why no tax is due, notes, terms; each only when there is something to say.
    var closing: [Row] {
        let totals = totals
        guard totals.count <= Self.mostTotalsBesidePayment, let payment = paymentBesideTotals else {
            return totals + taxNotes + payment + remarks
        }
        var block = Row.empty
        for row in totals { block.append(row) }
        var lowered = payment
        lowered.lower(by: totals[0].height)
        block.merge(lowered)
        return [block] + taxNotes + remarks
    }

    /// More rows than this may have to be divided over pages.
    private static let mostTotalsBesidePayment = 14

    private var remarks: [Row] {
        shortSections ?? section(labels.notes, request.notes) + section(labels.terms, request.terms)
    }

    /// Notes and terms side by side, when there are both and they are short.
    private var shortSections: [Row]? {
        let texts = [(labels.notes, request.notes), (labels.terms, request.terms)]
        guard texts.allSatisfy({ !$0.1.isEmpty && $0.1.utf8.count < 500 }) else { return nil }
        // The second begins where the totals begin.
        let second = theme.right - theme.totalsWidth + theme.table.inset
        let columns = [(theme.margin, second - theme.margin - 2 * theme.gutter), (second, theme.right - second)]
        let lines = zip(texts, columns).map { typesetter.lines($0.1, theme.body, width: $1.1) }
        guard lines.allSatisfy({ (1...7).contains($0.count) }) else { return nil }
        var row = Row.empty
        for (index, (heading, _)) in texts.enumerated() {
            let (left, width) = columns[index]
            var column = Row.empty
            let heading = typesetter.lines(heading, theme.sectionHead, width: width)
            column.append(heading, .start(left), leading: theme.leading * 1.1, structure.add(.heading2))
            column.append(lines[index], .start(left), leading: theme.leading, structure.add(.paragraph))
            row.merge(column)
        }
        return [.space(theme.leading * 1.5, keepsWithNext: true), row]
    }

    /// A heading with a text below that may go on over pages. Neither of the two is left alone with one line of the text.
    private func section(_ heading: String, _ text: String) -> [Row] {
        let lines = typesetter.lines(text, theme.body, width: theme.textWidth)
        guard !lines.isEmpty else { return [] }
        var head = Row.empty
        head.append(
            typesetter.lines(heading, theme.sectionHead, width: theme.textWidth),
            .start(theme.margin),
            leading: theme.leading,
            structure.add(.heading2)
        )
        head.keepsWithNext = true
        return [.space(theme.leading * 1.5, keepsWithNext: true), head] + rows(lines, structure.add(.paragraph))
    }

    private func rows(_ lines: [TextLine], _ paragraph: ElementID) -> [Row] {
        lines.enumerated().map { index, line in
            var row = Row.empty
            row.append(line, .start(theme.margin), leading: theme.leading, paragraph)
            row.keepsWithNext = index < lines.count - 1 && (index == 0 || index == lines.count - 2)
            return row
        }
    }

    private var taxNotes: [Row] {
        let notes = taxNoteTexts
        guard !notes.isEmpty else { return [] }
        let rows = notes.flatMap { note in
            self.rows(typesetter.lines(note, theme.body, width: theme.textWidth), structure.add(.paragraph))
        }
        return [.space(theme.leading * 1.2, keepsWithNext: true)] + rows
    }

    /// What the law wants to be said where no tax is charged (Directive 2006/112/EC, article 226 (11) to (11a)).
    var taxNoteTexts: [String] {
        let reason = request.taxExemptionReason
        let usual = amounts.taxBreakdown.compactMap { group -> String? in
            switch group.category {
            case .exempt: labels.taxExempt
            case .reverseCharge: labels.reverseCharge
            case .intraCommunity: labels.intraCommunity
            case .export: labels.export
            case .standard, .zeroRated, .notSubject: nil
            }
        }
        return (usual + [reason]).filter { !$0.isEmpty }
    }
}

extension Theme {
    /// Shorter lines than the page is wide, because long ones are hard to read.
    var textWidth: Double { contentWidth * 0.78 }
}
