public import HTTPTypes

/// An error that a client is told about, as `application/problem+json` (RFC 9457).
///
///     throw Problem(.notFound, "There is no monitor with this id.")
public struct Problem: Error, Sendable {
    /// Which error of the catalogue it is.
    public var code: ProblemCode
    /// One sentence a person can act on.
    public var detail: String
    /// The `error` text; the products' original API promises the wording of some. Default: the same as ``detail``.
    public var error: String
    /// All that is wrong with the input; empty unless the input is invalid.
    public var faults: [InputFault]
    /// Header fields of the answer, such as `Retry-After`.
    public var headers: HTTPFields
    /// The error that this was made from, for the log. Clients are never told.
    public var cause: (any Error)?

    /// A problem.
    ///
    /// - Parameters:
    ///   - detail: One sentence a person can act on.
    ///   - error: The `error` text. Default: `detail`.
    public init(_ code: ProblemCode, _ detail: String, error: String? = nil, faults: [InputFault] = [], headers: HTTPFields = [:]) {
        self.code = code
        self.detail = detail
        self.error = error ?? detail
        self.faults = faults
        self.headers = headers
    }

    /// The body of the answer.
    public func json(requestID: String) -> JSONValue {
        var members: JSONObject = [
            "type": .string(code.type),
            "title": .string(code.title),
            "status": .integer(code.status.code),
            "code": .string(code.code),
            "detail": .string(detail),
            "error": .string(error),
            "request_id": .string(requestID),
        ]
        if !faults.isEmpty { members["errors"] = .array(faults.map(\.json)) }
        return .object(members)
    }
}

/// An error of another layer that knows which problem it is for a client.
public protocol ProblemConvertible: Error {
    /// The problem to answer with.
    var problem: Problem { get }
}
