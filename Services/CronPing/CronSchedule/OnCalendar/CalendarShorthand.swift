/// The words that stand for a whole calendar event, in any case.
enum CalendarShorthand: String, CaseIterable {
    case minutely, hourly, daily, weekly, monthly, quarterly, semiannually, yearly, annually
    case semiAnnually = "semi-annually"
    case biannually
    case biAnnually = "bi-annually"
    /// A slip of the pen that systemd goes on to read.
    case anually

    init?(_ word: ArraySlice<UInt8>) {
        // All end in "ly": most other words are told apart without making a text of them.
        guard word.count <= "semi-annually".utf8.count, word.last == UInt8(ascii: "y") || word.last == UInt8(ascii: "Y") else { return nil }
        self.init(rawValue: String(decoding: word, as: UTF8.self).lowercased())
    }

    /// The event in full.
    private var expansion: String {
        switch self {
        case .minutely: "*-*-* *:*:00"
        case .hourly: "*-*-* *:00:00"
        case .daily: "*-*-* 00:00:00"
        case .weekly: "Mon *-*-* 00:00:00"
        case .monthly: "*-*-01 00:00:00"
        case .quarterly: "*-01,04,07,10-01 00:00:00"
        case .semiannually, .semiAnnually, .biannually, .biAnnually: "*-01,07-01 00:00:00"
        case .yearly, .annually, .anually: "*-01-01 00:00:00"
        }
    }

    func fields() throws(ScheduleError) -> ScheduleFields {
        var words = Array(expansion.utf8).split(separator: UInt8(ascii: " "))[...]
        let weekdays = try CalendarWeekdayParser.field(words[0])
        if weekdays != nil { words.removeFirst() }
        return try CalendarEventParser.fields(weekdays, words)
    }
}
