/// How to pay: the account, what to quote, and a code for banking apps. The Swiss slip says all that by itself.
extension InvoiceLayout {
    /// Across the page, with the code at the other side.
    var payment: [Row] {
        let facts = paymentFacts
        let code = paymentCode
        guard !facts.isEmpty || code != nil else { return [] }
        let width = theme.contentWidth - (code == nil ? 0 : codeSide + theme.gutter)
        var block = paymentHeading(width: width)
        block.append(factList(facts, x: theme.margin, width: width))
        if let code { block.merge(self.code(code, side: codeSide, alignment: .end(theme.right))) }
        return [.space(theme.leading * 1.5, keepsWithNext: true), block]
    }

    /// In the space beside the totals, with the code before the facts; `nil` when there is nothing, or no room for it.
    var paymentBesideTotals: Row? {
        let facts = paymentFacts
        let code = paymentCode
        guard !facts.isEmpty || code != nil else { return nil }
        let room = theme.contentWidth - theme.totalsWidth - theme.gutter
        let left = code == nil ? 0 : codeSide + theme.gutter * 0.75
        let widest = { (texts: [String], style: TextStyle) in texts.map { self.typesetter.line($0, style).width }.max() ?? 0 }
        let values = widest(facts.map(\.value), theme.body)
        let labels = widest(facts.map(\.label), theme.detail)
        guard left + values <= room, code != nil || values + labels + theme.gutter <= room else { return nil }
        var block = paymentHeading(width: room)
        if let code {
            block.height += codeSide * 0.06
            var column = self.code(code, side: codeSide, alignment: .start(theme.margin))
            column.merge(factGrid(facts, x: theme.margin + left, width: room - left, columns: 1))
            block.append(column)
        } else {
            block.append(factList(facts, x: theme.margin, width: room))
        }
        return block
    }

    private var codeSide: Double { 82 * theme.scale }

    private func paymentHeading(width: Double) -> Row {
        var row = Row.empty
        let heading = typesetter.lines(labels.payment, theme.sectionHead, width: width)
        row.append(heading, .start(theme.margin), leading: theme.leading * 1.25, structure.add(.heading2))
        return row
    }

    var paymentFacts: [Fact] {
        if request.payment.code == .swiss { return [] }
        return [
            Fact(label: labels.iban, value: Self.grouped(request.from.iban)),
            Fact(label: labels.bic, value: request.from.bic),
            Fact(label: "UPI", value: request.payment.upiID),
            Fact(label: labels.paymentReference, value: request.payment.reference),
        ].filter { !$0.value.isEmpty }
    }

    /// A code, and below it what it is good for.
    func code(_ code: QRCode, side: Double, alignment: Alignment) -> Row {
        let figure = structure.add(.figure, alternative: labels.scanToPay)
        var row = Row(height: side)
        row.marks = [Mark(content: .code(code, Mark.Box(x: alignment.x(of: side), y: 0, width: side, height: side)), element: figure)]
        let line = typesetter.line(labels.scanToPay, theme.label, fittedTo: side)
        // The quiet zone of a code is four modules wide (ISO/IEC 18004 §5.3.8).
        row.height += side * 0.06
        row.append(line, .middle(alignment.x(of: side) + side / 2), leading: theme.leading, structure.add(.paragraph))
        return row
    }

    /// An account number in groups of four (ISO 13616), as people copy it; any other text as it is.
    static func grouped(_ account: String) -> String {
        let letters = account.utf8.filter { $0 != UInt8(ascii: " ") }
        let isAccount = (15...34).contains(letters.count) && letters.allSatisfy(isLetterOrDigit)
        guard isAccount else { return account }
        return stride(from: 0, to: letters.count, by: 4).map { start in
            String(decoding: letters[start..<min(start + 4, letters.count)], as: UTF8.self)
        }.joined(separator: " ")
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: false
        }
    }
}
