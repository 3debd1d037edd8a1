import HTTPTypes

extension Problem {
    /// What an answer with this code may look like: what HTTPCore really answers, or else one with a detail that could be any.
    static func example(of code: ProblemCode) -> Problem {
        causes.lazy.compactMap { Problem($0) }.first { $0.code == code } ?? Problem(code, "What is wrong this time, in one sentence.")
    }

    private static let causes: [any Error] = [
        Problem.unauthorized,
        Problem.notFound(),
        Problem.methodNotAllowed(.put, allowed: [.get, .head, .post]),
        Problem.payloadTooLarge(limit: 1_048_576),
        Problem.malformed("The header field \"Host\" is missing."),
        Problem.slowBody,
        Problem.headersTooLarge,
        Problem.overloaded(),
        Problem.stopping,
        Problem.lateAnswer,
        Problem.internalError,
        InvalidInput(
            faults: [
                InputFault(path: "$.items[0].quantity", code: .notANumber, message: "must be a number, not a string"),
                InputFault(path: "$.emial", code: .unknownField, message: "unknown field \"emial\"; did you mean \"email\"?"),
            ]
        ),
    ]
}
