/// Reads the words of a cron expression.
struct CronParser {
    let options: Schedule.Options
    /// The whole text.
    let bytes: [UInt8]

    /// The fields of an expression; nil for `@reboot`.
    func fields(_ words: [Range<Int>]) throws(ScheduleError) -> ScheduleFields? {
        guard let first = words.first else { throw .empty() }
        if bytes[first.lowerBound] == UInt8(ascii: "@") { return try macro(first, next: words.dropFirst().first) }
        let (hasSeconds, hasYears) = try layout(of: words)
        let start = hasSeconds ? 1 : 0
        var fields = ScheduleFields(
            second: hasSeconds ? try field(.second, words[0]) : nil,
            minute: try field(.minute, words[start]),
            hour: try field(.hour, words[start + 1]),
            dayOfMonth: try field(.dayOfMonth, words[start + 2]),
            month: try field(.month, words[start + 3]),
            dayOfWeek: try field(.dayOfWeek, words[start + 4]),
            year: hasYears ? try field(.year, words[start + 5]) : nil,
            bothDaysMustMatch: options.dayRule == .both
        )
        if options.flavor == .quartz { try requireOneQuestionMark(words[start + 2], words[start + 4]) }
        if fields.dayOfMonth.startsWithStar || fields.dayOfWeek.startsWithStar { fields.bothDaysMustMatch = true }
        return fields
    }

    private func field(_ kind: FieldKind, _ word: Range<Int>) throws(ScheduleError) -> ScheduleField {
        try CronFieldParser(kind: kind, options: options, bytes: bytes).field(word)
    }

    private func macro(_ name: Range<Int>, next: Range<Int>?) throws(ScheduleError) -> ScheduleFields? {
        guard options.flavor != .quartz, let macro = ScheduleMacro(rawValue: String(decoding: bytes[name], as: UTF8.self)) else {
            throw .unknownMacro(bytes[name], options.flavor)
        }
        if let next { throw .textAfterMacro(macro, bytes[next]) }
        guard let expansion = macro.expansion else { return nil }
        let bytes = Array(expansion.utf8)
        return try CronParser(options: Schedule.Options(), bytes: bytes).fields(Schedule.words(bytes))
    }

    // MARK: Which field is which

    /// Five fields, six or seven. Of six, the first is the seconds, unless the last is a year or a `?` shows where the day fields are
    /// (as in cRonstrue).
    private func layout(of words: [Range<Int>]) throws(ScheduleError) -> (hasSeconds: Bool, hasYears: Bool) {
        switch words.count {
        case 5 where options.flavor != .quartz: (false, false)
        case 6 where options.flavor != .quartz && endsInYear(words): (false, true)
        case 6: (true, false)
        case 7: (true, true)
        default: throw .wrongFieldCount(words.map { bytes[$0] }, options.flavor)
        }
    }

    private func endsInYear(_ words: [Range<Int>]) -> Bool {
        if isQuestionMark(words[2]) || isQuestionMark(words[4]) { return true }
        if isQuestionMark(words[3]) || isQuestionMark(words[5]) { return false }
        return holdsYear(words[5])
    }

    /// Whether a number of four digits from 1000 to 2999 is in a field, other than as a step.
    private func holdsYear(_ word: Range<Int>) -> Bool {
        var number = word.lowerBound
        for index in word.lowerBound...word.upperBound {
            if index < word.upperBound, bytes[index].isDigit { continue }
            if index - number == 4, bytes[number] == UInt8(ascii: "1") || bytes[number] == UInt8(ascii: "2"),
                number == word.lowerBound || bytes[number - 1] != UInt8(ascii: "/")
            {
                return true
            }
            number = index + 1
        }
        return false
    }

    /// Quartz wants exactly one of the two day fields to be `?`.
    private func requireOneQuestionMark(_ dayOfMonth: Range<Int>, _ dayOfWeek: Range<Int>) throws(ScheduleError) {
        let (date, weekday) = (isQuestionMark(dayOfMonth), isQuestionMark(dayOfWeek))
        if date == weekday { throw .questionMarks(date ? 2 : 0, bytes[dayOfWeek]) }
    }

    private func isQuestionMark(_ word: Range<Int>) -> Bool {
        word.count == 1 && bytes[word.lowerBound] == UInt8(ascii: "?")
    }
}
