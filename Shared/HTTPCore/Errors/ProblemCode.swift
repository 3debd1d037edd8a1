public import HTTPTypes

/// An entry in the catalogue of errors: what never changes between two occurrences of the same error.
///
/// The pages under `/errors`, the description of the API and the tests are made from these. What every product can answer with is in
/// ``shared``; products add their own as static members in an extension, and list them.
public struct ProblemCode: Sendable, Hashable {
    /// The stable name that programs compare: lowercase words joined by underscores.
    public let code: String
    /// The HTTP status of the answer.
    public let status: HTTPResponse.Status
    /// A few words for people, without a full stop.
    public let title: String
    /// What whoever gets the error can do about it: a few sentences that hold for every occurrence.
    public let advice: String

    /// A catalogue entry.
    ///
    /// - Parameters:
    ///   - title: A few words, without a full stop.
    ///   - advice: What to do, in one or two sentences.
    public init(_ code: String, _ status: HTTPResponse.Status, _ title: String, _ advice: String) {
        self.code = code
        self.status = status
        self.title = title
        self.advice = advice
    }

    /// The page that explains the error, relative to the service: `/errors/{code}`.
    public var type: String { "/errors/\(code)" }
}
