import CronSchedule
package import HTTPCore
import HTTPTypes

/// Why an expression cannot be read: it is none, or it ends with the name of a time zone that there is not.
struct UnreadableSchedule: Error {
    /// What is wrong, in one sentence.
    let message: String
    /// What was probably meant.
    let suggestion: String?

    /// What is wrong, with the likely repair where there is one.
    var advice: String { message.suggesting(suggestion) }
}

extension UnreadableSchedule: ProblemConvertible {
    /// The answer; its `error` is the bare message, as in the original's API.
    var problem: Problem { Problem(.invalidCronExpression, advice, error: message) }
}

extension Schedule {
    /// Reads an expression, however it is to be read.
    static func read(_ text: String, _ options: Options = Options()) throws(UnreadableSchedule) -> Schedule {
        do {
            return try parse(text, options)
        } catch {
            throw UnreadableSchedule(message: error.message, suggestion: error.suggestion)
        }
    }
}

extension String {
    /// The sentence, followed by a question for what was probably meant, if that is known.
    func suggesting(_ suggestion: String?) -> String {
        suggesting(suggestion.map { [$0] } ?? [])
    }

    /// The sentence, followed by a question for what only several things together say, if they are known.
    func suggesting(_ suggestions: [String]) -> String {
        suggestions.isEmpty ? self : "\(self). Did you mean \(suggestions.map { "\"\($0)\"" }.joined(separator: " and "))?"
    }
}

extension ProblemCode {
    /// The text is not a schedule in the language asked for.
    static let invalidCronExpression = ProblemCode(
        "invalid_cron_expression",
        .badRequest,
        "Invalid cron expression",
        """
        Correct the expression as "detail" says. It has five fields (minute, hour, day of the month, month, day of the week), such as \
        "30 4 * * 1-5", perhaps with seconds in front and years behind, or is a name, such as "@daily". The cron tools read Quartz's and \
        systemd's schedules when they are asked with "flavor".
        """
    )
}

extension CronPing {
    /// The codes that only this product answers with.
    package static let errors: [ProblemCode] = [.invalidCronExpression]
}
