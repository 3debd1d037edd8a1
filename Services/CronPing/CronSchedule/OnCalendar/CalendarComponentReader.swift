/// Reads the members of a field's list one by one, and accepts just what systemd does (`prepend_component`, `normalize_chain` and
/// `chain_valid` in its `calendarspec.c`).
///
/// Numbers are counted in units: seconds in millionths, because they may have a fraction, everything else as it is.
struct CalendarComponentReader {
    let kind: FieldKind
    /// Whether the numbers are days counted from the end of the month.
    let fromEnd: Bool
    /// What has not been read.
    var rest: ArraySlice<UInt8>

    private struct Number {
        var value: Int
        var text: ArraySlice<UInt8>
    }

    private var unit: Int { kind == .second ? 1_000_000 : 1 }

    /// The values that may be written. The 29th to 31st last day are not known to every month.
    private var range: ClosedRange<Int> {
        switch kind {
        case .year: CalendarFieldParser.years
        case .dayOfMonth where fromEnd: 1...28
        default: kind.range
        }
    }

    /// The next member. One with a step but without an end has the form ``ScheduleTerm/Span/Form/open`` or, from the first value of the field,
    /// ``ScheduleTerm/Span/Form/star``; days from the end count down then, to 1.
    mutating func next() throws(ScheduleError) -> ScheduleTerm.Span {
        let member = rest.prefix { $0 != UInt8(ascii: ",") }
        if member.isEmpty { throw .missingCalendarValue(kind, range, at: member.startIndex) }
        if member.first == UInt8(ascii: "*") { throw .starWithMore(kind, range, member) }
        let start = try value(member)
        var (stop, step): (Number?, Number?) = (nil, nil)
        if rest.starts(with: "..".utf8) {
            rest.removeFirst(2)
            stop = try value(member)
        }
        if rest.first == UInt8(ascii: "/") {
            rest.removeFirst()
            guard let number = try? number(member) else { throw .calendarStepNotANumber(kind, member[rest.startIndex...]) }
            step = number
        }
        guard rest.isEmpty || rest.first == UInt8(ascii: ",") else { throw .calendarNotANumber(kind, range, member) }
        return try span(start, stop, step, member)
    }

    /// Whether another member follows.
    mutating func skipComma() -> Bool {
        rest.popFirst() != nil
    }

    // MARK: What is accepted

    private func span(_ start: Number, _ stop: Number?, _ step: Number?, _ member: ArraySlice<UInt8>) throws(ScheduleError)
        -> ScheduleTerm.Span
    {
        let (lowest, highest) = (range.lowerBound * unit, range.upperBound * unit + unit - 1)
        let first = start.value
        guard first >= lowest, first <= highest else { throw .calendarOutOfRange(kind, range, start.text) }
        if let step, step.value == 0 || step.value > Int(Int32.max) { throw .calendarStep(kind, step.text, 1...range.count - 1) }
        guard let stop else {
            guard let step else { return try wholeSeconds(first, first, 0, .single, member) }
            let room = fromEnd ? first - lowest : highest - first
            guard step.value <= room else { throw .stepTooLong(kind, step.text, from: start.text, room: room / unit) }
            let form: ScheduleTerm.Span.Form = first == lowest && kind != .year ? .star : .open
            return try wholeSeconds(first, fromEnd ? lowest : range.upperBound * unit, step.value, form, member)
        }
        let width = stop.value - first
        guard width >= 0 else { throw .calendarWrappedRange(kind, range, member) }
        if kind == .second, step == nil, width < unit { throw .shortRange(member) }
        let stride = step?.value ?? unit
        // systemd takes off what the last step does not reach, and looks only then whether the end is in range.
        let last = stop.value - width % stride
        guard stop.value <= Int(Int32.max), last <= highest else { throw .calendarOutOfRange(kind, range, stop.text) }
        return last == first
            ? try wholeSeconds(first, first, 0, .single, member)
            : try wholeSeconds(first, last, stride, .range, member)
    }

    private func wholeSeconds(_ first: Int, _ last: Int, _ step: Int, _ form: ScheduleTerm.Span.Form, _ member: ArraySlice<UInt8>)
        throws(ScheduleError) -> ScheduleTerm.Span
    {
        guard first % unit == 0, step % unit == 0 else { throw .fraction(member) }
        return .init(first: first / unit, last: last / unit, step: max(1, step / unit), form: form)
    }

    // MARK: Numbers

    /// A number that is a value, not a step: a year of two digits gets its century.
    private mutating func value(_ member: ArraySlice<UInt8>) throws(ScheduleError) -> Number {
        var number = try number(member)
        if kind == .year, number.value < 100 { number.value += number.value < 70 ? 2000 : 1900 }
        return number
    }

    /// Digits, of a second also with a fraction, in units.
    private mutating func number(_ member: ArraySlice<UInt8>) throws(ScheduleError) -> Number {
        let start = rest
        var value = digits() ?? -1
        guard value >= 0 else { throw .calendarNotANumber(kind, range, member) }
        if kind == .second {
            value *= unit
            if rest.first == UInt8(ascii: "."), rest.dropFirst().first != UInt8(ascii: ".") {
                rest.removeFirst()
                guard let millionths = millionths() else { throw .calendarNotANumber(kind, range, member) }
                value += millionths
            }
        }
        return Number(value: value, text: start[..<rest.startIndex])
    }

    /// A number, or one that is out of every range when it is large; nil where there is no digit.
    private mutating func digits() -> Int? {
        guard let first = rest.first, first.isDigit else { return nil }
        var value = 0
        while let byte = rest.first, byte.isDigit {
            value = min(value * 10 + Int(byte - UInt8(ascii: "0")), 1 << 32)
            rest.removeFirst()
        }
        return value
    }

    /// The digits after the decimal point, rounded to millionths; nil where there is none.
    private mutating func millionths() -> Int? {
        let digits = rest.prefix(while: \.isDigit)
        guard !digits.isEmpty else { return nil }
        rest = rest[digits.endIndex...]
        var value = 0
        for place in 0..<6 {
            value = value * 10 + (place < digits.count ? Int(digits[digits.startIndex + place] - UInt8(ascii: "0")) : 0)
        }
        return digits.count > 6 && digits[digits.startIndex + 6] >= UInt8(ascii: "5") ? value + 1 : value
    }
}
