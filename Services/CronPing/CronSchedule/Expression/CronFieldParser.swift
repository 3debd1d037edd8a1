/// Reads one field of a cron expression.
///
/// By Debian cron's rules (`get_range` in its `entry.c`), refusing also what Debian silently misreads: characters after a complete member,
/// and a range that runs backwards (an empty set there). `5/15` is what most other programs take it for, `5-59/15`.
struct CronFieldParser {
    let kind: FieldKind
    let options: Schedule.Options
    /// The whole text, of which fields and their parts are ranges: slices would be counted again and again.
    let bytes: [UInt8]

    /// The largest step: Debian cron keeps it in a C `int`.
    static let stepRange = 1...Int(Int32.max)

    func field(_ word: Range<Int>) throws(ScheduleError) -> ScheduleField {
        let raw = String(decoding: bytes[word], as: UTF8.self)
        let startsWithStar = bytes[word.lowerBound] == UInt8(ascii: "*")
        if kind.choosesDays, word.count == 1, bytes[word.lowerBound] == UInt8(ascii: "?") {
            return ScheduleField(kind: kind, raw: raw, terms: [.span(star)], startsWithStar: true)
        }
        var comma = index(of: UInt8(ascii: ","), in: word)
        var terms = [try term(word.lowerBound..<(comma ?? word.upperBound))]
        while let start = comma.map({ $0 + 1 }) {
            comma = index(of: UInt8(ascii: ","), in: start..<word.upperBound)
            terms.append(try term(start..<(comma ?? word.upperBound)))
        }
        return ScheduleField(kind: kind, raw: raw, terms: terms, startsWithStar: startsWithStar)
    }

    private func term(_ part: Range<Int>) throws(ScheduleError) -> ScheduleTerm {
        if part.isEmpty { throw .missingValue(kind, options, at: part.lowerBound) }
        if let special = try special(part) { return special }
        guard let slash = index(of: UInt8(ascii: "/"), in: part) else { return .span(try span(part)) }
        // Quartz reads `/5` as `*/5`.
        var span = slash == part.lowerBound && options.flavor == .quartz ? star : try span(part.lowerBound..<slash)
        if span.form == .single { (span.form, span.last) = (.open, openEnd) }
        span.step = try step(slash + 1..<part.upperBound, of: span)
        return .span(span)
    }

    /// Where `5/2` ends: in the day of week on Sunday as 7, as in `5-7/2`, except where Sunday is 1 and the week ends on Saturday.
    private var openEnd: Int { kind == .dayOfWeek && options.sunday == 1 ? 6 : kind.range.upperBound }

    private var star: ScheduleTerm.Span {
        .init(first: kind.range.lowerBound, last: kind.range.upperBound, form: .star)
    }

    private func span(_ base: Range<Int>) throws(ScheduleError) -> ScheduleTerm.Span {
        if !base.isEmpty, bytes[base.lowerBound] == UInt8(ascii: "*") {
            guard base.count == 1 else { throw .notANumber(kind, options, bytes[base]) }
            return star
        }
        if let dash = index(of: UInt8(ascii: "-"), in: base), dash > base.lowerBound, dash + 1 < base.upperBound {
            let first = try value(base.lowerBound..<dash)
            let last = try value(dash + 1..<base.upperBound)
            guard first <= last || options.flavor == .quartz && kind != .year else { throw .wrappedRange(kind, options, bytes[base]) }
            // Sunday as 7 begins a week as well as it ends one: from there on nothing wraps.
            return .init(first: first == 7 && last < 7 && kind == .dayOfWeek ? 0 : first, last: last, form: .range)
        }
        let value = try value(base)
        return .init(first: value, last: value, form: .single)
    }

    // MARK: L, W, #

    private func special(_ part: Range<Int>) throws(ScheduleError) -> ScheduleTerm? {
        switch kind {
        case .dayOfMonth: try specialDate(part)
        case .dayOfWeek: try specialWeekday(part)
        default: nil
        }
    }

    private func specialDate(_ part: Range<Int>) throws(ScheduleError) -> ScheduleTerm? {
        let isWeekday = part.count > 1 && isLetter(part.upperBound - 1, "W")
        let rest = isWeekday ? part.dropLast() : part
        if isLetter(rest.lowerBound, "L") {
            let before = try daysBeforeLast(rest, of: part)
            return isWeekday ? .lastWeekday(before: before) : .lastDay(before: before)
        }
        return isWeekday ? .nearestWeekday(try value(rest, of: part)) : nil
    }

    /// The 3 of `L-3`, 0 for a bare `L`, in a member such as `L-3W`.
    private func daysBeforeLast(_ part: Range<Int>, of member: Range<Int>) throws(ScheduleError) -> Int {
        if part.count == 1 { return 0 }
        let digits = part.dropFirst(2)
        guard bytes[part.lowerBound + 1] == UInt8(ascii: "-"), isNumber(digits) else { throw .notANumber(kind, options, bytes[member]) }
        guard let before = number(digits), (0...30).contains(before) else { throw .lastDayOffset(bytes[digits]) }
        return before
    }

    private func specialWeekday(_ part: Range<Int>) throws(ScheduleError) -> ScheduleTerm? {
        if let hash = index(of: UInt8(ascii: "#"), in: part) {
            guard hash > part.lowerBound else { throw .ordinalOfWhat(bytes[part]) }
            let weekday = try value(part.lowerBound..<hash, of: part) % 7
            let digits = hash + 1..<part.upperBound
            guard isNumber(digits), let ordinal = number(digits), (1...5).contains(ordinal) else { throw .ordinal(bytes[digits]) }
            return .ordinalWeekday(weekday, ordinal: ordinal)
        }
        guard isLetter(part.upperBound - 1, "L") else { return nil }
        if part.count == 1 {
            // Quartz: "L" by itself is the last day of the week, Saturday.
            guard options.flavor == .quartz else { throw .lastOfWhat(bytes[part]) }
            return .span(.init(first: 6, last: 6, form: .single))
        }
        return .finalWeekday(try value(part.dropLast(), of: part) % 7)
    }

    private func isLetter(_ index: Int, _ letter: Unicode.Scalar) -> Bool {
        bytes[index] & 0xDF == UInt8(ascii: letter)
    }

    // MARK: Numbers and names

    /// - Parameter member: what an error names when the part is no value: the part itself, or all of `5L`, which nobody reads as a 5 and an L.
    private func value(_ part: Range<Int>, of member: Range<Int>? = nil) throws(ScheduleError) -> Int {
        if isNumber(part) {
            guard let number = number(part), options.range(of: kind).contains(number) else {
                throw .outOfRange(kind, options, bytes[part])
            }
            return number + options.shift(of: kind)
        }
        guard let named = kind.value(named: bytes[part]) else { throw .notANumber(kind, options, bytes[member ?? part]) }
        return named
    }

    private func step(_ part: Range<Int>, of span: ScheduleTerm.Span) throws(ScheduleError) -> Int {
        guard isNumber(part) else { throw .stepNotANumber(kind, bytes[part]) }
        // Quartz limits the step of a range in no way.
        let range = options.flavor == .quartz && span.form != .range ? quartzSteps : Self.stepRange
        guard let step = number(part), range.contains(step) else { throw .stepOutOfRange(kind, bytes[part], range) }
        return step
    }

    /// The steps that Quartz accepts (`checkIncrementRange` in its `CronExpression`).
    private var quartzSteps: ClosedRange<Int> {
        switch kind {
        case .second, .minute: 1...59
        case .hour: 1...23
        case .dayOfMonth: 1...31
        case .month: 1...12
        case .dayOfWeek: 1...7
        case .year: Self.stepRange
        }
    }

    private func isNumber(_ part: Range<Int>) -> Bool {
        for index in part where !bytes[index].isDigit { return false }
        return !part.isEmpty
    }

    /// The magnitude of decimal digits; nil when it is larger than any value or step accepted.
    private func number(_ digits: Range<Int>) -> Int? {
        var number = 0
        for index in digits {
            number = number * 10 + Int(bytes[index] - UInt8(ascii: "0"))
            if number > Self.stepRange.upperBound { return nil }
        }
        return number
    }

    private func index(of byte: UInt8, in part: Range<Int>) -> Int? {
        for index in part where bytes[index] == byte { return index }
        return nil
    }
}
