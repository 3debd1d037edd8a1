import HTTPCore
import HTTPTypes
import Hummingbird
import Logging

/// An error as OFREP words it: `{"key", "errorCode", "errorDetails"}`.
///
/// Source: https://github.com/open-feature/protocol, service/openapi.yaml, `evaluationFailure`
struct OFREPError: Error {
    /// What is wrong, for the client library.
    enum Code: String {
        case parseError = "PARSE_ERROR"
        case targetingKeyMissing = "TARGETING_KEY_MISSING"
        case invalidContext = "INVALID_CONTEXT"
        case flagNotFound = "FLAG_NOT_FOUND"
        case general = "GENERAL"
    }

    var status = HTTPResponse.Status.badRequest
    /// `nil` where the status says all.
    let code: Code?
    /// For people: one sentence.
    let details: String
    var headers: HTTPFields = [:]

    /// The body of the answer, or the flag's entry in one about many flags.
    ///
    /// - Parameter key: the flag that was asked for; `nil` if all were.
    func json(for key: String?) -> JSONValue {
        var members = JSONObject()
        members["key"] = key.map(JSONValue.string)
        members["errorCode"] = code.map { .string($0.rawValue) }
        members["errorDetails"] = .string(details)
        return .object(members)
    }

    /// The answer.
    func response(for key: String?) -> Response { .json(status, json(for: key), headers: headers) }
}

extension OFREPError {
    /// 404.
    static let flagNotFound = OFREPError(
        status: .notFound,
        code: .flagNotFound,
        details: "There is no flag with this key in the project of the SDK key."
    )

    /// A percentage was asked about somebody whom the context does not name.
    static let targetingKeyMissing = OFREPError(
        code: .targetingKeyMissing,
        details: "A percentage of this flag needs to know who asks: give the context a \"targetingKey\" that is a text and not empty."
    )

    /// What an error is for a client of OFREP.
    ///
    /// - Throws: the error if it is that the request was cancelled.
    init(_ error: any Error, _ context: ServiceContext) throws {
        if let error = error as? OFREPError {
            self = error
        } else if let problem = Problem(error) {
            self.init(problem)
        } else if error is CancellationError {
            throw error
        } else {
            context.logger.error("request failed", metadata: ["error": "\(error)", "route": "ofrep"])
            let details = "The service failed. Its log says why, under the id in X-Request-Id."
            self.init(status: .internalServerError, code: nil, details: details)
        }
    }

    private init(_ problem: Problem) {
        status = problem.code.status
        headers = problem.headers
        details = problem.detail
        code =
            switch problem.code {
            case .invalidJSON: .parseError
            case .invalidInput where problem.faults.contains { $0.path == .root }: .parseError
            case .invalidInput where problem.faults.contains { $0.path.text.utf8.starts(with: "$.context".utf8) }: .invalidContext
            default: status.kind == .serverError || Self.bare.contains(status.code) ? nil : .general
            }
    }

    /// Statuses for which OFREP has no code.
    private static let bare = [401, 403, 429]
}
