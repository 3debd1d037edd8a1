import CronSchedule
import HTTPCore
import HTTPTypes
import Timekeeping

/// The description of ``CronRoutes``.
enum CronOperations {
    static let all = [describe, next, validate, explain]

    private static let group = "Cron tools"

    private static let describe = Operation(.get, "/api/v1/cron/describe", id: "describeCron", in: group, "Explain a cron expression")
        .requiring(.optionalKey)
        .taking([expression] + reading + wording + [zone])
        .answering(
            .json(
                .ok,
                "The schedule in words, field by field, with its next times.",
                .object(
                    expressionMember,
                    descriptionMember,
                    .required("fields", .object(fields).nullable, "`null` for `@reboot`, which has none."),
                    .required("is_valid", .constant(true)),
                    .required("warnings", warnings, "What could be misunderstood, one sentence each, in English."),
                    .required("next", .array(of: .timestamp, 0...5), "The next times; fewer than 5 only if there are no more."),
                    zoneMember
                )
            )
        )
        .failing(with: .invalidCronExpression)

    private static let next = Operation(.get, "/api/v1/cron/next", id: "nextCronTimes", in: group, "List the next times of an expression")
        .requiring(.optionalKey)
        .taking(
            [
                expression,
                .query(
                    "count",
                    .integer(1...CronRoutes.keyCount).default(5),
                    "How many times; without a key at most \(CronRoutes.openCount).",
                    example: 3
                ),
                .query("from", instant, "They come after it: a time in RFC 3339 or in seconds since 1970. Default: now."),
            ] + reading + wording + [zone]
        )
        .answering(
            .json(
                .ok,
                "The times, the earliest first.",
                .object(
                    expressionMember,
                    descriptionMember,
                    .required("next_runs", .array(of: .timestamp, 0...CronRoutes.keyCount)),
                    .required("count", .integer(0...CronRoutes.keyCount), "Fewer than asked for only if there are no more."),
                    zoneMember
                )
            )
        )
        .failing(with: .invalidCronExpression)

    private static let validate = Operation(.get, "/api/v1/cron/validate", id: "validateCron", in: group, "Check a cron expression")
        .requiring(.optionalKey)
        .taking([.query("expr", .string(0...10_000), "Any text.", required: true, example: "0 25 * * *")] + reading + [zone])
        .answering(
            .json(
                .ok,
                "Whether it is one, and if not, why.",
                .object(
                    .required("expression", .string(0...10_000)),
                    .required("is_valid", .boolean),
                    .required("error", .string().nullable, "What is wrong; `null` if nothing is."),
                    .optional("suggestion", .string(), "What was probably meant.", orNull: false),
                    .optional("warnings", warnings, "What could be misunderstood, of a valid one.", orNull: false)
                )
            )
        )

    private static let explain = Operation(
        .get,
        "/api/v1/cron/explain",
        id: "explainCron",
        in: group,
        "Say why a job runs at a time, or not"
    )
    .requiring(.optionalKey)
    .taking(
        [
            expression,
            .query("at", instant, "The time in question, in RFC 3339 or in seconds since 1970. Default: now, at the full minute."),
        ]
            + reading + wording + [zone]
    )
    .answering(
        .json(
            .ok,
            "Whether it runs then, what each field says, and how even its gaps are.",
            .object(
                expressionMember,
                descriptionMember,
                .required("at", .timestamp),
                .required("runs", .boolean),
                .required("summary", .string(), "One sentence, in English."),
                .required("fields", .array(of: verdict), "What each field says; empty for `@reboot`."),
                .required("day_rule", .string().nullable, "What the two day fields say together, if both name days; in English."),
                .required("daylight_saving", .string().nullable, "What a change of the clocks has to do with it, if one has; in English."),
                .required("previous", .timestamp.nullable, "The last time before it."),
                .required("next", .timestamp.nullable, "The first time after it."),
                .required("gaps", gaps, "How far apart its times are in the \(ZonedSchedule.gapDays) days after it."),
                zoneMember
            )
        )
    )
    .failing(with: .invalidCronExpression)
}

// MARK: What requests say

extension CronOperations {
    private static let expression = Operation.Parameter.query(
        "expr",
        .anyOf(.cronExpression, .string(1...Schedule.longestText).described("In the language that `flavor` names.")),
        "The expression. A blank may be written as `+`.",
        required: true,
        example: "0 9 * * 1-5"
    )

    /// How the expression is to be read.
    private static let reading: [Operation.Parameter] = [
        .query(
            "flavor",
            .choice(of: Schedule.Flavor.self),
            "The language of the expression: Debian cron's (default), Quartz's (seconds first, Sunday is 1), or systemd's `OnCalendar`."
        ),
        .query("dow_start", .integer(0...1), "The number of Sunday. Default: 1 for Quartz, else 0 (then 7 is Sunday, too)."),
        .query("month_start", .integer(0...1).default(1), "The number of January."),
        .query(
            "logical_and_day_fields",
            .boolean.default(false),
            "Whether a day must always match both day fields. Otherwise it must when one of them begins with `*`, as in Debian cron."
        ),
    ]

    /// How the description is to be worded.
    private static let wording: [Operation.Parameter] = [
        .query("use_24h", .boolean, "Times of day as 17:30 or as 05:30 PM. Default: as the language has it."),
        .query("verbose", .boolean.default(false), "Says also what goes without saying: \"every day\"."),
        .query("trim_leading_zero", .boolean.default(false), "9:00 AM in place of 09:00 AM."),
        .query("lang", .choice(Language.all.map(\.code)), "The language of descriptions. Default: English."),
    ]

    private static let zone = Operation.Parameter.query(
        "tz",
        .string(1...255),
        "The time zone on whose clock the schedule runs, by its IANA name. Default: UTC, or the zone that a systemd expression ends with.",
        example: "Europe/Berlin"
    )

    private static let instant = JSONSchema.anyOf(
        .timestamp,
        .integer(Int(Timestamp.civilSeconds.lowerBound)...Int(Timestamp.civilSeconds.upperBound))
    )
}

// MARK: What answers say

extension CronOperations {
    private static let expressionMember = JSONSchema.Property.required(
        "expression",
        .string(1...Schedule.longestText),
        "Without the blanks around it."
    )
    private static let descriptionMember = JSONSchema.Property.required("description", .string(), "The schedule in words.")
    private static let zoneMember = JSONSchema.Property.required("timezone", .string(), "The zone in which times are written.")
    private static let warnings = JSONSchema.array(of: .string())

    private static let fields: [JSONSchema.Property] = FieldKind.allCases.map { kind in
        kind == .second || kind == .year
            ? .optional(kind.rawValue, field, "If it is written.", orNull: false)
            : .required(kind.rawValue, field)
    }

    private static let field = JSONSchema.named(
        "CronField",
        .object(
            .required("raw", .string(1...Schedule.longestText), "As it was written."),
            .required("description", .string(), "In words."),
            .optional(
                "values",
                .array(of: .integer(0...2_500), 1...600),
                "What matches, January as 1, Sunday as 0; absent for `*`. Days that depend on the month, such as `L`, are not among them.",
                orNull: false
            )
        )
    )

    private static let verdict = JSONSchema.object(
        .required("field", .choice(of: FieldKind.self)),
        .required("value", .integer(0...9_999), "What the clock shows there, January as 1, Sunday as 0."),
        .required("matches", .boolean),
        .required("message", .string(), "In English.")
    )

    private static let gaps = JSONSchema.object(
        .required("runs", .integer(0...), "How often it runs."),
        .required("is_even", .boolean, "Whether all gaps are alike; `false` unless there are two."),
        .required("shortest_seconds", .integer(1...).nullable, "`null` unless there is a gap, as in all that follows."),
        .required("longest_seconds", .integer(1...).nullable),
        .required("longest_begins", .timestamp.nullable, "The time after which it runs for longest not."),
        .required("commonest_seconds", .integer(1...).nullable, "The gap that comes most often."),
        .required("mean_seconds", .integer(1...).nullable, "Rounded."),
        .required("summary", .string(), "One sentence, in English.")
    )
}

extension JSONSchema {
    /// What `Schedule.parse` reads in Debian's flavor.
    static let cronExpression = named(
        "CronExpression",
        string(1...Schedule.longestText, pattern: CronPattern.expression)
            .examples("30 4 * * 1-5", "*/15 8-18 * * MON-FRI", "0 9 L * *", "@daily")
            .described(
                """
                Five fields with blanks between them: minute, hour, day of the month, month (or `JAN`–`DEC`), day of the week (0–7 or \
                `SUN`–`SAT`). Each is `*`, a value, a range, one of these with a step (`*/15`), or a list of those. Seconds may stand in front, \
                years (1970–2500) behind. Days of the month may be `L`, `L-3`, `LW` or `15W`, days of the week `5L` or `5#2`; `?` is `*` in \
                both. Or `@yearly`, `@annually`, `@monthly`, `@weekly`, `@daily`, `@midnight`, `@hourly`, `@reboot`.
                """
            )
    )
}
