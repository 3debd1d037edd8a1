import CronSchedule
package import HTTPCore
import HTTPTypes

extension ProblemCode {
    /// The text is not a cron expression.
    static let invalidCronExpression = ProblemCode(
        "invalid_cron_expression",
        .badRequest,
        "Invalid cron expression",
        """
        Correct the expression as "detail" says. It has five fields (minute, hour, day of the month, month, day of the week), such as \
        "30 4 * * 1-5", or is a name, such as "@daily".
        """
    )
}

extension CronPing {
    /// The codes that only this product answers with.
    package static let errors: [ProblemCode] = [.invalidCronExpression]
}

extension CronError {
    /// What is wrong, with the likely repair where there is one.
    var advice: String { suggestion.map { "\(message). Did you mean \"\($0)\"?" } ?? message }

    /// The mistake as an answer; `error` is the bare message, as in the original's API.
    var answer: HTTPCore.Problem { HTTPCore.Problem(.invalidCronExpression, advice, error: message) }
}
