import NIOHTTP1

extension HTTPParserError {
    /// What is wrong, for whoever wrote the client; `nil` where the parser does not know.
    var detail: String? {
        switch self {
        case .invalidMethod: "The method is none of those that are known here; methods are written in capitals."
        case .invalidURL, .invalidPath, .invalidQueryString, .invalidFragment, .invalidHost, .invalidPort:
            "The request target holds a character that has to be percent-encoded."
        case .invalidVersion: "Only HTTP/1.1 and HTTP/1.0 are spoken here."
        case .invalidHeaderToken, .invalidCharactersUsed:
            "A header field is not written as \"Name: value\", or holds a character that is not allowed there."
        case .invalidContentLength: "Content-Length must be there once and be a decimal number."
        case .unexpectedContentLength: "A request has either Content-Length or Transfer-Encoding, not both."
        case .invalidChunkSize: "The size of a chunk must be a hexadecimal number."
        case .invalidEOFState, .closedConnection: "The connection was closed before the request was complete."
        default: nil
        }
    }
}
