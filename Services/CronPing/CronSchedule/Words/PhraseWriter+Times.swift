/// The seconds, minutes and hours of a schedule, about to be put into words.
struct TimeShape {
    let second: FieldShape
    let minute: FieldShape
    let hour: FieldShape

    init(_ fields: ScheduleFields) {
        second = fields.second?.shape ?? .single(0)
        minute = fields.minute.shape
        hour = fields.hour.shape
    }

    /// Whether seconds must be named: it does not just run on the minute.
    var namesSeconds: Bool { second != .single(0) }

    /// Whether it runs once in a minute of its own.
    var isOncePerMinute: Bool { second.isSingle }

    /// Whether it runs once in an hour of its own.
    var isOncePerHour: Bool { second.isSingle && minute.isSingle }
}

extension PhraseWriter {
    /// The most clock times that are listed, except that a plain list of hours is always repeated whole.
    private static let mostClockTimes = 4

    /// Such as "at 09:00 AM" or "every 5 minutes, between 09:00 AM and 05:59 PM".
    mutating func times(of fields: ScheduleFields) {
        let shape = TimeShape(fields)
        if clockTimes(shape, fields) || wholeHours(shape) { return }
        seconds(shape.second)
        if minutesOfOneHour(shape) { return }
        minutes(shape)
        hours(shape)
    }

    /// The times of day, when single values are written and they are few, or are just hours with one minute.
    private mutating func clockTimes(_ shape: TimeShape, _ fields: ScheduleFields) -> Bool {
        if case .single(let second) = shape.second, case .single(let minute) = shape.minute, case .single(let hour) = shape.hour {
            clause(words.phrases.hour.at, .time(ClockTime(hour: hour, minute: minute, second: shape.namesSeconds ? second : nil)))
            return true
        }
        guard shape.hour.isListed, shape.minute.isListed, shape.second.isListed else { return false }
        let seconds = fields.second?.matching ?? ValueSet(0...0)
        let (minutes, hours) = (fields.minute.matching, fields.hour.matching)
        let isListOfHours = shape.isOncePerHour && shape.hour.hasOnlySingleValues
        guard isListOfHours || seconds.count * minutes.count * hours.count <= Self.mostClockTimes else { return false }
        var times: [ClockTime] = []
        for hour in hours.values {
            for minute in minutes.values {
                times += seconds.values.map { ClockTime(hour: hour, minute: minute, second: shape.namesSeconds ? $0 : nil) }
            }
        }
        clause(words.phrases.hour.at, .times(times))
        return true
    }

    /// The hours alone, when it runs on the hour.
    private mutating func wholeHours(_ shape: TimeShape) -> Bool {
        guard case .single(0) = shape.minute, !shape.namesSeconds else { return false }
        switch shape.hour {
        case .every: clause(words.phrases.hour.every)
        case .step, .stepped: hours(shape)
        default: return false
        }
        return true
    }

    private mutating func seconds(_ shape: FieldShape) {
        switch shape {
        case .single(0): break
        case .every: clause(words.phrases.second.every)
        case .step(let step): clause(words.phrases.second.step, .number(step))
        case .single(let second): clause(words.phrases.second.single(second), .number(second))
        case .range(let first, let last): clause(words.phrases.second.range, .number(first), .number(last))
        case .stepped(let first, let last, let step):
            clause(words.phrases.second.stepped, .number(step), .number(first), .number(last))
        case .list(let items): clause(words.phrases.second.list, .items(items, .number))
        }
    }

    // MARK: Minutes

    /// The minutes and the hour as two times of day, when it runs within one hour only.
    private mutating func minutesOfOneHour(_ shape: TimeShape) -> Bool {
        guard case .single(let hour) = shape.hour else { return false }
        switch shape.minute {
        case .range(let first, let last) where !shape.namesSeconds:
            let (start, end) = (ClockTime(hour: hour, minute: first), ClockTime(hour: hour, minute: last))
            clause(words.phrases.minute.everyBetween, .time(start), .time(end))
        case .range(let first, let last):
            between(ClockTime(hour: hour, minute: first), ClockTime(hour: hour, minute: last, second: 59))
        case .single(let minute):
            between(ClockTime(hour: hour, minute: minute), ClockTime(hour: hour, minute: minute, second: 59))
        default: return false
        }
        return true
    }

    private mutating func minutes(_ shape: TimeShape) {
        if shape.isOncePerMinute { minutesOfOneSecond(shape) } else { minutesOfManySeconds(shape.minute) }
    }

    private mutating func minutesOfOneSecond(_ shape: TimeShape) {
        switch shape.minute {
        case .every: if style.isVerbose || !shape.namesSeconds { clause(words.phrases.minute.every) }
        case .step(let step): clause(words.phrases.minute.step, .number(step))
        case .single(let minute): clause(words.phrases.minute.single(minute), .number(minute))
        case .range(let first, let last): clause(words.phrases.minute.range, .number(first), .number(last))
        case .stepped(let first, let last, let step):
            clause(words.phrases.minute.stepped, .number(step), .number(first), .number(last))
        case .list(let items): clause(words.phrases.minute.list, .items(items, .number))
        }
    }

    /// "Every 5 minutes" would not say that it runs more than once in each.
    private mutating func minutesOfManySeconds(_ shape: FieldShape) {
        switch shape {
        case .every: if style.isVerbose { clause(words.phrases.minute.every) }
        case .step(let step): clause(words.phrases.minute.duringStep, .number(step), .number(0), .number(60 - step))
        case .single(let minute): clause(words.phrases.minute.during, .number(minute))
        case .range(let first, let last): clause(words.phrases.minute.range, .number(first), .number(last))
        case .stepped(let first, let last, let step):
            clause(words.phrases.minute.duringStep, .number(step), .number(first), .number(last))
        case .list(let items): clause(words.phrases.minute.duringList, .items(items, .number))
        }
    }

    // MARK: Hours

    private mutating func hours(_ shape: TimeShape) {
        switch shape.hour {
        case .every: if style.isVerbose { clause(words.phrases.hour.every) }
        case .step(let step) where shape.isOncePerHour: clause(words.phrases.hour.step, .number(step))
        case .step(let step): steppedHours(words.phrases.hour.duringStep, 0, 24 - step, step, shape)
        case .single(let hour): between(ClockTime(hour: hour), end(of: hour, shape))
        case .range(let first, let last): between(ClockTime(hour: first), end(of: last, shape))
        case .stepped(let first, let last, let step):
            steppedHours(shape.isOncePerHour ? words.phrases.hour.stepped : words.phrases.hour.duringStep, first, last, step, shape)
        case .list(let items): clause(words.phrases.hour.duringList, .items(items, .hour))
        }
    }

    private mutating func steppedHours(_ template: Template, _ first: Int, _ last: Int, _ step: Int, _ shape: TimeShape) {
        clause(template, .number(step), .time(ClockTime(hour: first)), .time(end(of: last, shape)))
    }

    private mutating func between(_ first: ClockTime, _ last: ClockTime) {
        clause(words.phrases.hour.between, .time(first), .time(last))
    }

    /// cRonstrue's rule: the end of the last hour, except for a schedule that runs on the hour.
    private func end(of hour: Int, _ shape: TimeShape) -> ClockTime {
        if shape.namesSeconds { return ClockTime(hour: hour, minute: 59, second: 59) }
        return ClockTime(hour: hour, minute: shape.minute == .single(0) ? 0 : 59)
    }
}

extension FieldShape {
    /// Whether it is one value or a list.
    fileprivate var isListed: Bool {
        switch self {
        case .single, .list: true
        case .every, .step, .range, .stepped: false
        }
    }

    fileprivate var hasOnlySingleValues: Bool {
        guard case .list(let items) = self else { return isSingle }
        return items.hasOnlyValues
    }
}
