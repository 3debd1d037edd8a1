extension CronExpression: CustomStringConvertible {
    /// The schedule in English, in the manner of cRonstrue: "At 09:00 AM, Monday through Friday".
    ///
    /// It says what Debian cron does, also where cRonstrue's words would not (`*/45` is "At 0 and 45 minutes past
    /// the hour"); what a reader could still misunderstand is in ``warnings``.
    public var description: String {
        guard let fields else { return "Run once, at startup" }
        let parts = [TimeDescription(fields).text, DateDescription(fields).text]
        return English.sentence(parts.filter { !$0.isEmpty }.joined(separator: ", "))
    }
}

extension CronField: CustomStringConvertible {
    /// The field on its own: "every 15 minutes", "at hour 9", "Monday through Friday".
    public var description: String {
        switch shape {
        case .every: "every " + noun
        case .step(let step): "every \(step) \(noun)s"
        case .single(let value): singlePrefix + English.value(value, of: kind)
        case .range(let range): rangePrefix + English.through(range) { English.value($0, of: kind) }
        case .steppedRange(let range, let step):
            "every \(step) \(noun)s from " + English.through(range) { English.value($0, of: kind) }
        case .list(let items): listPrefix + English.list(items, of: kind)
        }
    }

    private var noun: String {
        switch kind {
        case .minute: "minute"
        case .hour: "hour"
        case .dayOfMonth: "day"
        case .month: "month"
        case .dayOfWeek: "day of the week"
        }
    }

    private var singlePrefix: String {
        switch kind {
        case .minute, .hour: "at \(noun) "
        case .dayOfMonth: "on day "
        case .month: "in "
        case .dayOfWeek: "on "
        }
    }

    private var rangePrefix: String {
        kind.names.isEmpty ? noun + "s " : ""
    }

    private var listPrefix: String {
        switch kind {
        case .minute, .hour: "at \(noun)s "
        case .dayOfMonth: "on days "
        case .month, .dayOfWeek: singlePrefix
        }
    }
}
