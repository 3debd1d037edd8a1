import HTTPTypes
import NIOCore

/// Writes the heads of answers (RFC 9112 §4–6).
///
/// The fields that every answer has are written from here, as bytes made once, unless the answer has its own: this is the hottest code of a service.
enum ResponseEncoder {
    /// How the client knows where the body ends.
    enum BodyFraming {
        case length
        case chunked
        case untilClose
        /// There is none, whatever the fields say.
        case none
    }

    /// What of a request matters for its answer.
    struct RequestFacts {
        var isHead: Bool
        var isHTTP10: Bool
    }

    /// How the body of an answer has to be written.
    static func framing(of response: HTTPResponse, for request: RequestFacts) -> BodyFraming {
        if request.isHead || response.status.code == 204 || response.status.code == 304 { return .none }
        if response.headerFields.contains(.contentLength) { return .length }
        return request.isHTTP10 ? .untilClose : .chunked
    }

    /// Appends a head.
    static func append(
        _ response: HTTPResponse,
        to buffer: inout ByteBuffer,
        for request: RequestFacts,
        requestID: String,
        framing: BodyFraming,
        isKeptAlive: Bool
    ) {
        buffer.writeStaticString("HTTP/1.1 ")
        buffer.writeString(String(response.status.code))
        buffer.writeStaticString(" ")
        buffer.writeString(response.status.reasonPhrase)
        buffer.writeStaticString("\r\n")
        var present = DefaultFields.Present()
        for field in response.headerFields {
            switch field.name.canonicalName {
            // How the connection is used is decided here alone.
            case "connection", "transfer-encoding", "keep-alive": continue
            // RFC 9110 §8.6.
            case "content-length" where response.status.code == 204: continue
            case let name: present.note(name)
            }
            buffer.writeString(field.name.rawName)
            buffer.writeStaticString(": ")
            field.withUnsafeBytesOfValue { _ = buffer.writeBytes($0) }
            buffer.writeStaticString("\r\n")
        }
        DefaultFields.append(to: &buffer, present: present, requestID: requestID)
        if framing == .chunked { buffer.writeStaticString("Transfer-Encoding: chunked\r\n") }
        if !isKeptAlive {
            buffer.writeStaticString("Connection: close\r\n")
        } else if request.isHTTP10 {
            buffer.writeStaticString("Connection: keep-alive\r\n")
        }
        buffer.writeStaticString("\r\n")
    }
}
