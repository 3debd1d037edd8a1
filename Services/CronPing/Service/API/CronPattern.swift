import CronSchedule

/// A regular expression (ECMA-262) for cron expressions, for the description of the API.
///
/// Made of the same ranges as the parser. It takes what the parser takes, and little else: ranges that end before they start, of which there
/// are too many to name, and `*` as the year behind five fields, which makes them six with seconds in front. Only the length is said
/// elsewhere.
enum CronPattern {
    /// What `Schedule.parse` reads in Debian's flavor.
    static let expression: String = {
        let five = [FieldKind.minute, .hour, .dayOfMonth, .month, .dayOfWeek].map(field).joined(separator: gap)
        let anyMacro = macros.joined(separator: "|")
        return "^\(ends)(?:(?:\(field(.second))\(gap))?\(five)(?:\(gap)\(years))?|@(?:\(anyMacro)))\(ends)$"
    }()

    // MARK: Around the fields

    private static let macros = ["yearly", "annually", "monthly", "weekly", "daily", "midnight", "hourly", "reboot"]
    private static let ends = "[ \\t\\n\\r]*"
    private static let gap = "[ \\t]+"

    private static func list(of member: String) -> String { "\(member)(?:,\(member))*" }

    // MARK: In a field

    /// A list, or the `?` of the day fields.
    private static func field(_ kind: FieldKind) -> String {
        switch kind {
        case .dayOfMonth: "(?:\\?|\(list(of: "(?:\(member(value(kind)))|\(lastDay)|\(value(kind))[Ww])")))"
        case .dayOfWeek: "(?:\\?|\(list(of: "(?:\(member(value(kind)))|\(value(kind))(?:[Ll]|#0*[1-5]))")))"
        default: list(of: member(value(kind)))
        }
    }

    /// `*`, `5` or `1-5`, each with or without a step.
    private static func member(_ value: String) -> String { "(?:\\*|\(value)(?:-\(value))?)\(step)" }

    private static let lastDay = "[Ll](?:-0*(?:\(DigitPattern.within(0...30))))?[Ww]?"
    private static let step = "(?:/0*(?:\(DigitPattern.upTo(Int(Int32.max)))))?"
    private static let years = list(of: member("(?:19[7-9][0-9]|2[0-4][0-9][0-9]|2500)"))

    /// One value, as a number or as a name.
    private static func value(_ kind: FieldKind) -> String {
        let alternatives = ["0*(?:\(DigitPattern.within(kind.range)))"] + (names[kind] ?? []).map(inAnyCase)
        return "(?:\(alternatives.joined(separator: "|")))"
    }

    private static let names: [FieldKind: [String]] = [
        .month: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        .dayOfWeek: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
    ]

    private static func inAnyCase(_ name: String) -> String { name.map { "[\($0.uppercased())\($0)]" }.joined() }
}
