extension InvoiceLayout {
    /// What stands below the totals: bank account, notes, terms; each only when there is something to say.
    var closing: [Row] {
        let account = [(labels.iban, request.from.iban), (labels.bic, request.from.bic)]
            .filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }.joined(separator: "\n")
        return section(labels.payment, account) + section(labels.notes, request.notes) + section(labels.terms, request.terms)
    }

    private func section(_ label: String, _ text: String) -> [Row] {
        // Shorter lines than the page is wide, because long ones are hard to read.
        let lines = typesetter.lines(text, theme.body, width: theme.contentWidth * 0.75)
        guard !lines.isEmpty else { return [] }
        return [.space(22, keepsWithNext: true), row(typesetter.line(label, theme.label), keepsWithNext: true)]
            + lines.map { row($0, keepsWithNext: false) }
    }

    private func row(_ line: TextLine, keepsWithNext: Bool) -> Row {
        Row(height: theme.leading, marks: [.text(line, x: theme.margin, baseline: 10)], keepsWithNext: keepsWithNext)
    }
}
