public import HTTPTypes
public import Hummingbird
public import NIOCore

extension Response {
    /// An answer in JSON.
    public static func json(_ status: HTTPResponse.Status = .ok, _ value: JSONValue, headers: HTTPFields = [:]) -> Response {
        bytes(status, ByteBuffer(bytes: value.serializedBytes()), type: "application/json", headers: headers)
    }

    /// An answer in plain text.
    public static func text(_ status: HTTPResponse.Status = .ok, _ text: String, headers: HTTPFields = [:]) -> Response {
        bytes(status, ByteBuffer(string: text), type: "text/plain; charset=utf-8", headers: headers)
    }

    /// An answer in any media type.
    public static func bytes(
        _ status: HTTPResponse.Status = .ok,
        _ bytes: ByteBuffer,
        type: String,
        headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = type
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: bytes))
    }

    /// 204 without a body.
    public static func noContent(headers: HTTPFields = [:]) -> Response {
        Response(status: .noContent, headers: headers)
    }
}
