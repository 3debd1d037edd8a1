extension ScheduleRepair {
    /// The error that says what a text is when it is more than a wrong expression: a line of a crontab, one with a time zone, or a calendar
    /// event of systemd; otherwise the given error.
    func diagnosis(_ error: ScheduleError, of text: String) -> ScheduleError {
        guard options.flavor != .systemd, error.problem != .tooLong, error.problem != .unexpectedCharacter else { return error }
        let bytes = Array(text.utf8)
        let words = Schedule.words(bytes).map { bytes[$0] }
        guard let first = words.first, let last = words.last else { return error }
        if Self.isZoneVariable(first) { return .timeZone(first) }
        if words.count < 5, Self.event(text) != nil { return .calendarEvent(bytes[first.startIndex..<last.endIndex], options.flavor) }
        let count = options.flavor == .quartz ? 6 : 5
        guard words.count > count, !Self.isFieldLike(words[count]) else { return error }
        let fields = String(decoding: bytes[..<words[count - 1].endIndex], as: UTF8.self)
        guard (try? Schedule(fields, options)) != nil else { return error }
        let rest = bytes[words[count].startIndex..<last.endIndex]
        return words.count == count + 1 && Self.isZoneName(rest) ? .timeZone(rest) : .textAfterFields(count, rest)
    }

    /// `CRON_TZ=Europe/Berlin` or `TZ=…`, as crontabs and Go's cron libraries have it.
    private static func isZoneVariable(_ word: ArraySlice<UInt8>) -> Bool {
        word.starts(with: "CRON_TZ=".utf8) || word.starts(with: "TZ=".utf8)
    }

    /// `Europe/Berlin` or `UTC`.
    private static func isZoneName(_ word: ArraySlice<UInt8>) -> Bool {
        if word.elementsEqual("UTC".utf8) || word.elementsEqual("GMT".utf8) { return true }
        guard let first = word.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else { return false }
        return word.contains(UInt8(ascii: "/")) && word.allSatisfy { $0.isZoneNameByte || $0 == UInt8(ascii: "/") }
    }

    /// Whether a word could be a field of cron, perhaps with a long name: it has only such characters and names.
    static func isFieldLike(_ word: ArraySlice<UInt8>) -> Bool {
        if word.first == UInt8(ascii: "#") { return false }
        var name = ""
        for byte in word {
            if byte.isASCIILetter {
                name.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                guard byte.isDigit || "*/,-?#.".utf8.contains(byte), isFieldName(name) else { return false }
                name = ""
            }
        }
        return isFieldName(name)
    }

    private static func isFieldName(_ name: String) -> Bool {
        name.isEmpty || ["L", "W", "LW"].contains(name.uppercased()) || FieldKind.month.shortName(name) != nil
            || FieldKind.dayOfWeek.shortName(name) != nil
    }
}
