public import HTTPTypes

/// An entry in the catalogue of errors: what never changes between two occurrences of the same error.
///
/// Products add their own as static members in an extension.
public struct ProblemCode: Sendable, Hashable {
    /// The stable name that programs compare: lowercase words joined by underscores.
    public let code: String
    /// The HTTP status of the answer.
    public let status: HTTPResponse.Status
    /// A few words for people.
    public let title: String

    /// A catalogue entry.
    public init(_ code: String, _ status: HTTPResponse.Status, _ title: String) {
        self.code = code
        self.status = status
        self.title = title
    }

    /// The page that explains the error, relative to the service: `/errors/{code}`.
    public var type: String { "/errors/\(code)" }
}
