import HTTPTypes
public import Hummingbird
public import NIOCore

extension Request {
    /// The whole body.
    ///
    /// - Parameter limit: The most bytes to read.
    /// - Throws: 413 ``ProblemCode/payloadTooLarge`` if there are more; without reading any if `Content-Length` says so.
    public func bytes(upTo limit: Int) async throws -> ByteBuffer {
        if let length = headers.value(of: .contentLength).flatMap({ Int($0) }), length > limit {
            throw Problem.payloadTooLarge(limit: limit)
        }
        do {
            return try await body.collect(upTo: limit)
        } catch is NIOTooManyBytesError {
            throw Problem.payloadTooLarge(limit: limit)
        }
    }

    /// The body as JSON, up to ``ServiceContext/maxBodyBytes``.
    ///
    /// - Throws: 415 if `Content-Type` is there but is neither `application/json` nor `application/…+json`, or the body is compressed; 413 if the body is too large; 400 `invalid_json`.
    public func jsonBody(_ context: ServiceContext) async throws -> JSONValue {
        if let type = headers.value(of: .contentType), !Self.isJSON(mediaType: type) {
            throw Problem(.unsupportedMediaType, "Send the body as JSON, with \"Content-Type: application/json\".")
        }
        if let coding = headers.value(of: .contentEncoding), !ASCIICase.equal(coding.utf8, "identity") {
            throw Problem(.unsupportedMediaType, "Send the body as it is, without \"Content-Encoding\".")
        }
        let bytes = try await bytes(upTo: context.maxBodyBytes)
        guard bytes.readableBytes > RequestIntake.gatheredBytes else { return try JSONParser.parse(bytes) }
        return try await offEventLoop { try JSONParser.parse(bytes) }
    }

    /// Whether a `Content-Type` means JSON (RFC 6839 §3.1), whatever its parameters and case.
    static func isJSON(mediaType: String) -> Bool {
        // What nearly everybody sends.
        if mediaType.utf8.elementsEqual("application/json".utf8) { return true }
        // As bytes: clients write what they like, and comparing it as characters could take forever.
        let essence = mediaType.utf8.prefix { $0 != UInt8(ascii: ";") }
            .filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
            .map(ASCIICase.lowercased)
        return essence.elementsEqual("application/json".utf8)
            || essence.starts(with: "application/".utf8) && essence.suffix(5).elementsEqual("+json".utf8)
    }
}
