import CronSchedule
import HTTPCore
import HTTPTypes
import Timekeeping

/// The description of ``CronRoutes``.
enum CronOperations {
    static let all = [describe, next, validate]

    private static let group = "Cron tools"

    private static let describe = Operation(.get, "/api/v1/cron/describe", id: "describeCron", in: group, "Explain a cron expression")
        .requiring(.optionalKey)
        .taking(expression, zone)
        .answering(
            .json(
                .ok,
                "The schedule in English, field by field, with its next times.",
                .object(
                    .required("expression", .string(1...CronExpression.longestText), "Without the blanks around it."),
                    .required("description", .string(), "The schedule in English."),
                    .required("fields", .object(fields).nullable, "`null` for `@reboot`, which has none."),
                    .required("is_valid", .constant(true)),
                    .required("warnings", .array(of: .string()), "What could be misunderstood, one sentence each."),
                    .required("next", .array(of: .timestamp, 0...5), "The next times; fewer than 5 only if there are no more."),
                    .required("timezone", .choice("UTC"))
                )
            )
        )
        .failing(with: .invalidCronExpression)

    private static let next = Operation(.get, "/api/v1/cron/next", id: "nextCronTimes", in: group, "List the next times of an expression")
        .requiring(.optionalKey)
        .taking(
            expression,
            .query(
                "count",
                .integer(1...CronRoutes.keyCount).default(5),
                "How many times; without a key at most \(CronRoutes.openCount).",
                example: 3
            ),
            .query(
                "from",
                .anyOf(.timestamp, .integer(Int(Timestamp.civilSeconds.lowerBound)...Int(Timestamp.civilSeconds.upperBound))),
                "They come after it: a time in RFC 3339 or in seconds since 1970. Default: now."
            ),
            zone
        )
        .answering(
            .json(
                .ok,
                "The times, the earliest first.",
                .object(
                    .required("expression", .string(1...CronExpression.longestText), "Without the blanks around it."),
                    .required("description", .string(), "The schedule in English."),
                    .required("next_runs", .array(of: .timestamp, 0...CronRoutes.keyCount)),
                    .required("count", .integer(0...CronRoutes.keyCount), "Fewer than asked for only if there are no more."),
                    .required("timezone", .choice("UTC"))
                )
            )
        )
        .failing(with: .invalidCronExpression)

    private static let validate = Operation(.get, "/api/v1/cron/validate", id: "validateCron", in: group, "Check a cron expression")
        .requiring(.optionalKey)
        .taking(.query("expr", .string(0...10_000), "Any text.", required: true, example: "0 25 * * *"))
        .answering(
            .json(
                .ok,
                "Whether it is one, and if not, why.",
                .object(
                    .required("expression", .string(0...10_000)),
                    .required("is_valid", .boolean),
                    .required("error", .string().nullable, "What is wrong; `null` if nothing is."),
                    .optional("suggestion", .string(), "What was probably meant.", orNull: false)
                )
            )
        )

    private static let expression = Operation.Parameter.query(
        "expr",
        .cronExpression,
        "The cron expression. A blank may be written as `+`.",
        required: true,
        example: "0 9 * * 1-5"
    )

    private static let zone = Operation.Parameter.query(
        "tz",
        .string(pattern: "^(?:[Uu][Tt][Cc]|[Ee][Tt][Cc]/[Uu][Tt][Cc]|[Zz])$"),
        "The time zone. Only UTC is supported at present."
    )

    private static let fields: [JSONSchema.Property] = CronFieldKind.allCases.map { .required($0.rawValue, field) }

    private static let field = JSONSchema.named(
        "CronField",
        .object(
            .required("raw", .string(1...CronExpression.longestText), "As it was written."),
            .required("description", .string(), "In English."),
            .optional("values", .array(of: .integer(0...59), 1...60), "What matches; absent for `*`.", orNull: false)
        )
    )
}

extension JSONSchema {
    /// What `CronExpression.parse` reads.
    static let cronExpression = named(
        "CronExpression",
        string(1...CronExpression.longestText, pattern: CronPattern.expression)
            .examples("30 4 * * 1-5", "*/15 8-18 * * MON-FRI", "@daily")
            .described(
                """
                Five fields with blanks between them: minute, hour, day of the month, month (or `JAN`–`DEC`), day of the week (0–7 or \
                `SUN`–`SAT`). Each is `*`, a value, a range, a range or `*` with a step (`*/15`), or a list of those. Or `@yearly`, \
                `@annually`, `@monthly`, `@weekly`, `@daily`, `@midnight`, `@hourly`, `@reboot`.
                """
            )
    )
}
