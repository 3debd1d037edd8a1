import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1

extension Problem {
    /// The problem that an error is for a client, with the error as its ``cause``; `nil` if it is not for clients: a fault of the service.
    public init?(_ error: any Error) {
        switch error {
        case let problem as Problem:
            self = problem
            return
        case let error as any ProblemConvertible: self = error.problem
        case let error as JSONSyntaxError: self.init(.invalidJSON, error.message)
        case let error as InvalidInput: self.init(error)
        case let error as any HTTPResponseError: self.init(error)
        case let error as HTTPParserError: self.init(error)
        default: return nil
        }
        cause = error
    }

    private init(_ input: InvalidInput) {
        let first =
            input.faults.first.map { "\($0.path): \($0.message)\($0.message.hasSuffix("?") ? "" : ".")" } ?? "The input is not valid."
        let more = input.faults.count > 1 ? " There is more than this fault, see \"errors\"." : ""
        self.init(.invalidInput, first + more, faults: input.faults)
    }

    /// What Hummingbird itself throws: it knows a status, and sometimes a message. `nil` for a status that the catalogue has no entry for.
    private init?(_ error: any HTTPResponseError) {
        guard let code = ProblemCode(error.status) else { return nil }
        guard let error = error as? HTTPError else {
            self.init(code, "\(code.title).")
            return
        }
        self.init(code, error.body ?? "\(code.title).", headers: error.headers)
    }

    /// What the parser found wrong after the head, so in the body.
    private init(_ error: HTTPParserError) {
        self.init(.malformedRequest, "The request is not correct HTTP/1.1.", headers: [.connection: "close"])
    }
}

extension ProblemCode {
    /// The entry of the catalogue that says no more than a bare status does.
    ///
    /// `nil` if there is none. None is made up for the occasion: every code that is answered has a page that explains it.
    init?(_ status: HTTPResponse.Status) {
        let plain: [ProblemCode] = [
            .malformedRequest, .unauthorized, .notFound, .methodNotAllowed, .requestTimeout, .conflict, .payloadTooLarge,
            .unsupportedMediaType, .rateLimited, .headersTooLarge, .unavailable,
        ]
        guard let code = plain.first(where: { $0.status == status }) else { return nil }
        self = code
    }
}
