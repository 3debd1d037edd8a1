public import HTTPCore
public import HTTPTypes
public import Hummingbird

/// A whole answer: what an effect gives, so that it can be stored with the effect and given again.
public struct Answer: Sendable {
    /// The status of the answer.
    public var status: HTTPResponse.Status
    /// What belongs to the answer itself: `Content-Type`, `Location`, `ETag`. What is said about one request (its id, its limits) comes
    /// from elsewhere and is new each time.
    public var headers: HTTPFields
    /// The body, whole.
    public var body: [UInt8]
    /// The row id of the account that the effect made, for a request that had none.
    public var accountID: Int64?
    /// What is answered in the place of all this, once what the effect has written is on the disk.
    var problem: Problem?

    /// An answer in any media type, which stands in `headers`.
    public init(_ status: HTTPResponse.Status, headers: HTTPFields = [:], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// An answer in JSON.
    public static func json(_ status: HTTPResponse.Status, _ value: JSONValue, headers: HTTPFields = [:]) -> Answer {
        var headers = headers
        headers[.contentType] = "application/json"
        return Answer(status, headers: headers, body: value.serializedBytes())
    }

    /// A problem that undoes nothing, unlike one that an effect throws: what the effect has written stays. It is not stored; the request
    /// may be tried again.
    static func refusal(_ problem: Problem) -> Answer {
        var answer = Answer(problem.code.status, body: [])
        answer.problem = problem
        return answer
    }

    /// The answer on its way to the client.
    public var response: Response {
        Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
}
