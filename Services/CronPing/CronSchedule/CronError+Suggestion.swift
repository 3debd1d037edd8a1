extension CronError {
    /// The same error with a valid expression that was probably meant, when repairing one mistake after another
    /// leads to one.
    func suggestingRepair(of text: String) -> CronError {
        var (error, repaired) = (self, text)
        for _ in 0..<CronFieldKind.allCases.count {
            guard let attempt = error.repair(repaired) else { return self }
            repaired = attempt
            do {
                var result = self
                result.suggestion = try CronExpression(repaired).text
                return result
            } catch let next {
                error = next
            }
        }
        return self
    }

    private func repair(_ text: String) -> String? {
        switch problem {
        case .unexpectedCharacter: plain(text)
        case .unknownMacro: replacing(in: text, with: value.lowercased())
        case .wrongFieldCount: fiveFields(of: text)
        case .notANumber: plain(text) ?? replacing(in: text, with: knownValue)
        case .outOfRange: replacing(in: text, with: wrappedValue(in: text))
        case .stepWithoutRange: replacing(in: text, with: steppedRange)
        case .wrappedRange: replacing(in: text, with: splitRange(in: text))
        case .empty, .tooLong, .missingValue, .stepOutOfRange: nil
        }
    }

    private func replacing(in text: String, with replacement: String?) -> String? {
        guard let replacement, replacement != value else { return nil }
        let start = text.utf8.index(text.startIndex, offsetBy: position)
        let end = text.utf8.index(start, offsetBy: value.utf8.count)
        return text[..<start] + replacement + text[end...]
    }

    /// The text with what word processors and spreadsheets put in turned back: blanks, dashes, quotes.
    private func plain(_ text: String) -> String? {
        var plain = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{A0}", "\u{2000}"..."\u{200A}", "\u{202F}", "\u{3000}", "\n", "\r": plain.append(" ")
            case "\u{2010}"..."\u{2015}", "\u{2212}": plain.append("-")
            case "\u{2018}"..."\u{201F}", "\"", "'", "`", "\u{200B}", "\u{FEFF}": break
            case "\u{2217}", "\u{FF0A}": plain.append("*")
            default: plain.unicodeScalars.append(scalar)
            }
        }
        return plain == text ? nil : plain
    }

    /// Without the command that follows in a crontab line, without seconds in front, or without a year at the end.
    private func fiveFields(of text: String) -> String? {
        let fields = text.split { $0 == " " || $0 == "\t" }
        if fields.first?.first == "@" { return fields.first.map(String.init) }
        guard fields.count > 5 else { return nil }
        let first = fields.prefix(5).joined(separator: " ")
        let withoutSeconds = fields.dropFirst().joined(separator: " ")
        let endsInYear = fields.count == 6 && fields[5].count == 4 && Int(fields[5]) != nil
        return !endsInYear && (try? CronExpression(withoutSeconds)) != nil ? withoutSeconds : first
    }

    /// The short name for a long one ("Monday"), and `*` for a `?` in a day field.
    private var knownValue: String? {
        guard let field else { return nil }
        if value == "?", field == .dayOfMonth || field == .dayOfWeek { return "*" }
        let name = field.names.first { $0.lowercased() == value.lowercased() }
        return name.map { $0.prefix(3).uppercased() }
    }

    /// 24 hours and 60 minutes: zero, or the last value when it ends a range.
    private func wrappedValue(in text: String) -> String? {
        guard let field, let range, field == .minute || field == .hour, value == String(range.upperBound + 1) else { return nil }
        let endsRange = position > 0 && text.utf8[text.utf8.index(text.startIndex, offsetBy: position - 1)] == UInt8(ascii: "-")
        return endsRange ? String(range.upperBound) : "0"
    }

    /// `5/15` as other programs mean it: `5-59/15`.
    private var steppedRange: String? {
        guard let range, let slash = value.firstIndex(of: "/"), let start = Int(value[..<slash]) else { return nil }
        return (start == range.lowerBound ? "*" : "\(start)-\(range.upperBound)") + value[slash...]
    }

    /// `22-2` as two ranges, `22-23,0-2`; nil before a step, whose phase would change.
    private func splitRange(in text: String) -> String? {
        let end = text.utf8.index(text.startIndex, offsetBy: position + value.utf8.count)
        if end < text.endIndex, text.utf8[end] == UInt8(ascii: "/") { return nil }
        guard let field else { return nil }
        let bounds = value.split(separator: "-").compactMap { Int($0) ?? field.value(named: ArraySlice($0.utf8)) }
        guard bounds.count == 2 else { return nil }
        let last = field == .dayOfWeek ? 6 : field.range.upperBound
        let first = field.range.lowerBound
        let upperPart = bounds[0] >= last ? "\(bounds[0])" : "\(bounds[0])-\(last)"
        let lowerPart = bounds[1] == first ? "\(first)" : "\(first)-\(bounds[1])"
        return upperPart + "," + lowerPart
    }
}
