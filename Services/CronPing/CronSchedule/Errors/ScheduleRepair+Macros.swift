extension ScheduleRepair {
    /// The expression that a macro stands for in another program: `@Daily`, `@every 5m` (Go), `@daily` in Quartz; also for a misspelt one.
    func expression(forMacro text: String, _ error: ScheduleError) -> String? {
        let words = words(text)
        let name = error.value.lowercased()
        if name == "@every", words.count == 2 { return every(words[1]).flatMap(inThisFlavor) }
        guard let macro = ScheduleMacro(rawValue: name) ?? Self.nearest(name) else { return nil }
        if options.flavor == .quartz { return words.count == 1 ? macro.expansion.flatMap(inThisFlavor) : nil }
        return error.replacingValue(in: text, with: macro.rawValue)
    }

    /// `@daily` for `@dayly`; nil when two are as near.
    private static func nearest(_ name: String) -> ScheduleMacro? {
        for limit in 1...2 {
            let distance = EditDistance(wanted: Array(name.utf8), limit: limit)
            let near = ScheduleMacro.allCases.filter { distance($0.rawValue.utf8) != nil }
            if !near.isEmpty { return near.count == 1 ? near.first : nil }
        }
        return nil
    }

    /// A macro that is written without its `@`: `daily`.
    func macro(_ word: String) -> String? {
        let name = "@" + word.lowercased()
        return ScheduleMacro(rawValue: name) == nil ? nil : name
    }

    /// Five or six fields for a duration of Go; nil for one that no expression has.
    private func every(_ duration: String) -> String? {
        guard let seconds = Self.seconds(duration), seconds > 0 else { return nil }
        let (minutes, hours) = (seconds / 60, seconds / 3600)
        if seconds < 60 { return 60 % seconds == 0 ? "\(Self.star(seconds)) * * * * *" : nil }
        if seconds < 3600 { return seconds % 60 == 0 && 60 % minutes == 0 ? "\(Self.star(minutes)) * * * *" : nil }
        if seconds < 86_400 { return seconds % 3600 == 0 && 24 % hours == 0 ? "0 \(Self.star(hours)) * * *" : nil }
        return seconds == 86_400 ? "0 0 * * *" : nil
    }

    private static func star(_ step: Int) -> String { step == 1 ? "*" : "*/\(step)" }

    /// `1h30m` in seconds.
    private static func seconds(_ duration: String) -> Int? {
        var (seconds, number, isOpen) = (0, 0, false)
        for byte in duration.utf8 {
            if byte.isDigit {
                number = number * 10 + Int(byte - UInt8(ascii: "0"))
                isOpen = true
            } else {
                guard isOpen, let unit = unit(byte) else { return nil }
                (seconds, number, isOpen) = (seconds + number * unit, 0, false)
            }
            if number > 86_400 || seconds > 86_400 { return nil }
        }
        return isOpen ? nil : seconds
    }

    private static func unit(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "s"): 1
        case UInt8(ascii: "m"): 60
        case UInt8(ascii: "h"): 3600
        // Go has no days, though people write them.
        case UInt8(ascii: "d"): 86_400
        default: nil
        }
    }
}
