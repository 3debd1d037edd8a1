extension ScheduleRepair {
    /// What stands for a value that is not a number: the short name for a long one ("Monday"), `*` for Jenkins's `H` before a step, `1-5` for
    /// `1..5`.
    func knownValue(_ error: ScheduleError, in text: String) -> String? {
        guard let field = error.field else { return nil }
        let takesStep = error.suffix(of: text).first == "/"
        switch error.value {
        case "", "H": return takesStep ? "*" : nil
        case "?": return takesStep && field.choosesDays ? "*" : nil
        default:
            return field.shortName(error.value) ?? hyphenated(error.value) ?? marked(error.value, field) ?? stepped(error)
                ?? (field == .hour ? hour(error.value) : nil)
        }
    }

    /// `*/5` for `*5`, which Debian cron reads as `*`.
    private func stepped(_ error: ScheduleError) -> String? {
        guard error.value.first == "*", let step = Int(error.value.dropFirst()), let range = error.range else { return nil }
        return (2...range.upperBound).contains(step) ? "*/\(step)" : nil
    }

    /// 21 for `9pm`.
    private func hour(_ value: String) -> String? {
        let half = value.lowercased().suffix(2)
        guard half == "am" || half == "pm", let hour = Int(value.dropLast(2)), (1...12).contains(hour) else { return nil }
        return String(hour % 12 + (half == "pm" ? 12 : 0))
    }

    /// `FRIL` for `FridayL`, `MON#1` for `Monday#1`.
    private func marked(_ value: String, _ field: FieldKind) -> String? {
        guard field == .dayOfWeek, let mark = value.firstIndex(of: "#") ?? value.indices.last(where: { value[$0].lowercased() == "l" })
        else {
            return nil
        }
        return field.shortName(String(value[..<mark])).map { $0 + value[mark...] }
    }

    private func hyphenated(_ value: String) -> String? {
        let ends = value.split(separator: ".", omittingEmptySubsequences: false)
        return ends.count == 3 && ends[1].isEmpty ? "\(ends[0])-\(ends[2])" : nil
    }

    /// 60 minutes and 24 hours: zero when every hour or day is meant, beside a range that they end; Sunday as 0 where it is 1.
    func inRange(_ text: String, _ error: ScheduleError) -> String? {
        guard let field = error.field, let range = error.range else { return nil }
        if field == .dayOfWeek { return shiftedWeekdays(text, error) }
        guard field != .month, let cycle = field.cycle, error.value == String(cycle) else { return nil }
        let (prefix, suffix) = (error.prefix(of: text), error.suffix(of: text))
        let before = prefix.split(omittingEmptySubsequences: false, whereSeparator: Self.isBlank).last ?? ""
        let after = suffix.prefix { !Self.isBlank($0) }
        let hasZero = [before, after].joined(separator: ",").split(separator: ",").contains { member in
            member.first == "*" || Int(member.prefix { $0.isNumber }) == 0
        }
        if before.last == "-", hasZero { return error.replacingValue(in: text, with: String(range.upperBound)) }
        let following = words(String(suffix.dropFirst(after.count)))
        let isAllThere =
            field == .hour ? following.count >= 3 && following.prefix(3).allSatisfy { "*?".contains($0) } : following.first == "*"
        guard isAllThere, after.isEmpty || after.first == "," else { return nil }
        if before.last == "-" { return error.replacingValue(in: text, with: "\(range.upperBound),0") }
        guard hasZero else { return error.replacingValue(in: text, with: "0") }
        return before.isEmpty ? prefix + suffix.dropFirst() : prefix.dropLast() + suffix
    }

    private static func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
}

extension FieldKind {
    /// The three-letter name for a longer one in any case: MON for "Monday", "Mondays" and "mond"; nil when there is none.
    func shortName(_ name: String) -> String? {
        let letters = name.uppercased()
        guard letters.utf8.count >= 3, let index = names.firstIndex(of: String(letters.prefix(3))) else { return nil }
        return (longNames[index] + "S").hasPrefix(letters) ? names[index] : nil
    }
}
