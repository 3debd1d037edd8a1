/// Looks for the expression that was probably meant by one that is wrong.
///
/// Each mistake has one repair. Repair after repair is made until the text can be read, or is given up.
struct ScheduleRepair {
    let options: Schedule.Options

    /// How many mistakes are repaired, as many as a list of all months in full names has. It bounds the time that hostile text can take.
    private static let mostRepairs = 12

    /// The error that says most about a text, with a suggestion where there is one.
    func explained(_ error: ScheduleError, in text: String) -> ScheduleError {
        // Nothing is looked for in what is too long to be meant: it shall cost nothing.
        if error.problem == .tooLong { return error }
        var explained = diagnosis(error, of: text)
        explained.suggestion = suggestion(for: explained, in: text) ?? withoutAnyYear(text)
        return explained
    }

    private func suggestion(for error: ScheduleError, in text: String) -> String? {
        var (error, text) = (error, text)
        for _ in 0..<Self.mostRepairs {
            guard let repaired = repair(text, error), repaired != text else { return nil }
            text = repaired
            do throws(ScheduleError) {
                return try Schedule(text, options).text
            } catch let next {
                error = diagnosis(next, of: text)
            }
        }
        return nil
    }

    private func repair(_ text: String, _ error: ScheduleError) -> String? {
        if error.problem == .unexpectedCharacter, let plain = plain(text) { return plain }
        // systemd's language has names and ranges of its own.
        if options.flavor == .systemd { return CalendarRepair(text: text, error: error).attempt() }
        if let unmarked = withoutEndMark(text) { return unmarked }
        return switch error.problem {
        case .empty, .tooLong, .unexpectedCharacter, .unexpectedWord, .fractionOfSecond: nil
        case .unknownMacro: expression(forMacro: text, error)
        case .timeZone: error.replacingValue(in: text, with: "")
        case .wrongFieldCount: rightFieldCount(text, error)
        case .missingValue: joined(text)
        case .notANumber: plain(text) ?? joined(text) ?? error.replacingValue(in: text, with: knownValue(error, in: text))
        case .outOfRange: inRange(text, error)
        case .wrappedRange: splitRange(text, error)
        case .stepOutOfRange: shorterStep(text, error)
        case .questionMarks: oneQuestionMark(text)
        }
    }

    func words(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return Schedule.words(bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
}

extension ScheduleError {
    /// The text with another value in place of the one that the error is about; nil for no other.
    func replacingValue(in text: String, with replacement: String?) -> String? {
        replacement.map { prefix(of: text) + $0 + suffix(of: text) }
    }

    /// The text in front of the value.
    func prefix(of text: String) -> String {
        String(decoding: text.utf8.prefix(position), as: UTF8.self)
    }

    /// The text behind the value.
    func suffix(of text: String) -> String {
        String(decoding: text.utf8.dropFirst(position + value.utf8.count), as: UTF8.self)
    }
}
