import CronSchedule

/// Regular expressions (ECMA-262) for cron expressions, for the description of the API.
///
/// Made of the same ranges as the parser, so that what one of them takes the other takes, too. Only the length is said elsewhere.
enum CronPattern {
    /// What `CronExpression.parse` reads, and nothing else.
    static let expression: String = {
        let fields = CronFieldKind.allCases.map { list(of: member($0)) }.joined(separator: gap)
        let anyMacro = macros.joined(separator: "|")
        return "^\(ends)(?:\(fields)|@(?:\(anyMacro)))\(ends)$"
    }()

    /// Those of them that never run: `@reboot`, and days that none of the months has, which the day of the week can only make fewer because
    /// it begins with `*`.
    ///
    /// Of the expressions only, which have no line breaks in a field: one that may begin with them would be tried from each of many.
    /// It does not know a range of months whose step leaves nothing but short ones (`2-4/2`): those are refused all the same.
    static let never: String = {
        let shortMonths = [2, 4, 6, 9, 11].map { only($0) }.joined(separator: "|")
        let thirtyFirst = list(of: lastDays("31")) + gap + list(of: "(?:\(shortMonths))")
        let thirtieth = list(of: lastDays("3[01]")) + gap + list(of: only(2))
        return "^\(ends)(?:@reboot|[^ \\t\\n\\r][^ \\t]*\(gap)[^ \\t]+\(gap)(?:\(thirtyFirst)|\(thirtieth))\(gap)\\*)"
    }()

    // MARK: Around the fields

    private static let macros = ["yearly", "annually", "monthly", "weekly", "daily", "midnight", "hourly", "reboot"]
    private static let ends = "[ \\t\\n\\r]*"
    private static let gap = "[ \\t]+"

    private static func list(of member: String) -> String { "\(member)(?:,\(member))*" }

    // MARK: In a field

    /// One member of a list: `*`, `1-5`, both with or without a step, or `5`.
    private static func member(_ kind: CronFieldKind) -> String {
        let ranges = kind.range.map { "\(value(kind, $0...$0))-\(value(kind, $0...kind.range.upperBound))" }
        return "(?:(?:\\*|\(ranges.joined(separator: "|")))\(step)|\(value(kind, kind.range)))"
    }

    private static let step = "(?:/0*(?:\(DigitPattern.upTo(Int(Int32.max)))))?"

    /// One value of a range, as a number or as a name.
    private static func value(_ kind: CronFieldKind, _ range: ClosedRange<Int>) -> String {
        let names = zip(kind.range, Self.names[kind] ?? []).filter { range.contains($0.0) }.map { inAnyCase($0.1) }
        let alternatives = ["0*(?:\(DigitPattern.within(range)))"] + names
        return "(?:\(alternatives.joined(separator: "|")))"
    }

    private static let names: [CronFieldKind: [String]] = [
        .month: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        .dayOfWeek: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
    ]

    private static func inAnyCase(_ name: String) -> String { name.map { "[\($0.uppercased())\($0)]" }.joined() }

    // MARK: What never runs

    /// A day from a certain one on, or a range that begins there.
    private static func lastDays(_ first: String) -> String { "0*\(first)(?:-[0-9]+(?:/[0-9]+)?)?" }

    /// A month, or the range that consists of it.
    private static func only(_ month: Int) -> String {
        let written = value(.month, month...month)
        return "\(written)(?:-\(written)(?:/[0-9]+)?)?"
    }
}
