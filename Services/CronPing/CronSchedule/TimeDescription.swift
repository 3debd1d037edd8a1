/// The minutes and hours of a schedule in English, in the manner of cRonstrue.
struct TimeDescription {
    private let minute: FieldShape
    private let hour: FieldShape
    private let minutes: CronField
    private let hours: CronField

    /// The most clock times that are listed, except that a plain list of hours is always repeated whole.
    private static let mostTimes = 4

    init(_ fields: CronFields) {
        minutes = fields.minute
        hours = fields.hour
        minute = fields.minute.shape
        hour = fields.hour.shape
    }

    /// Without a capital, such as "at 09:00 AM" or "every 5 minutes, between 09:00 AM and 05:59 PM".
    var text: String {
        if let clockTimes { return "at " + English.times(clockTimes) }
        switch (minute, hour) {
        case (.range(let range), .single(let hour)):
            return "every minute between \(English.time(hour, range.lowerBound)) and \(English.time(hour, range.upperBound))"
        case (.single(0), .every):
            return "every hour"
        case (.single(0), .step), (.single(0), .steppedRange):
            return hoursOfOneMinute(0)
        case (.single(let minute), .every):
            return pastTheHour(String(minute))
        case (.single(let minute), _):
            return pastTheHour(String(minute)) + ", " + hoursOfOneMinute(minute)
        case (_, .every):
            return minutesText
        default:
            return minutesText + ", " + hoursOfManyMinutes
        }
    }

    /// The times of day, when single values are written and they are few, or are just hours with one minute.
    private var clockTimes: [String]? {
        guard minute.isList, hour.isList else { return nil }
        let isListOfHours = minutes.matching.count == 1 && hour.hasOnlySingleValues
        guard isListOfHours || minutes.matching.count * hours.matching.count <= Self.mostTimes else { return nil }
        return hours.matching.values.flatMap { hour in minutes.matching.values.map { English.time(hour, $0) } }
    }

    private var minutesText: String {
        switch minute {
        case .every: "every minute"
        case .step(let step): "every \(step) minutes"
        case .single(let value): pastTheHour(String(value))
        case .range(let range): minutesThrough(range)
        case .steppedRange(let range, let step): "every \(step) minutes, " + minutesThrough(range)
        case .list(let items): pastTheHour(English.list(items, of: .minute))
        }
    }

    private func pastTheHour(_ minutes: String) -> String {
        "at \(minutes) \(minutes == "1" ? "minute" : "minutes") past the hour"
    }

    private func minutesThrough(_ range: ClosedRange<Int>) -> String {
        "minutes \(range.lowerBound) through \(range.upperBound) past the hour"
    }

    /// The hours, when it runs at most once in each.
    private func hoursOfOneMinute(_ minute: Int) -> String {
        switch hour {
        case .every: "every hour"
        case .single(let value): "at " + English.time(value, minute)
        case .step(let step): "every \(step) hours"
        case .range(let range): between(range, lastMinute: minute)
        case .steppedRange(let range, let step): "every \(step) hours, " + between(range, lastMinute: minute)
        case .list(let items): duringHours(items)
        }
    }

    /// The hours, when it runs more than once in each: "every 2 hours" would not say that.
    private var hoursOfManyMinutes: String {
        switch hour {
        case .every: "every hour"
        case .single(let value): between(value...value, lastMinute: 59)
        case .step(let step): duringEvery(step, 0...(24 - step))
        case .range(let range): between(range, lastMinute: 59)
        case .steppedRange(let range, let step): duringEvery(step, range)
        case .list(let items): duringHours(items)
        }
    }

    /// cRonstrue's rule: the end of the last hour, except for a schedule that runs on the hour.
    private func between(_ range: ClosedRange<Int>, lastMinute: Int) -> String {
        let end = English.time(range.upperBound, lastMinute == 0 ? 0 : 59)
        return "between \(English.time(range.lowerBound, 0)) and \(end)"
    }

    private func duringEvery(_ step: Int, _ range: ClosedRange<Int>) -> String {
        let first = English.time(range.lowerBound, 0)
        return "during every \(English.ordinal(step)) hour from \(first) through \(English.time(range.upperBound, 59))"
    }

    private func duringHours(_ items: [ClosedRange<Int>]) -> String {
        "during the hours starting at " + English.list(items.map { English.through($0) { English.time($0, 0) } })
    }
}

extension FieldShape {
    fileprivate var isList: Bool {
        switch self {
        case .single, .list: true
        case .every, .step, .range, .steppedRange: false
        }
    }

    fileprivate var hasOnlySingleValues: Bool {
        switch self {
        case .single: true
        case .list(let items): items.allSatisfy { $0.count == 1 }
        case .every, .step, .range, .steppedRange: false
        }
    }
}
