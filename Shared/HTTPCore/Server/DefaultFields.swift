import NIOCore

/// The header fields that every answer has unless it brings its own.
enum DefaultFields {
    /// Which of them an answer brings.
    struct Present: OptionSet {
        let rawValue: UInt8

        static let contentTypeOptions = Present(rawValue: 1)
        static let referrerPolicy = Present(rawValue: 2)
        static let frameOptions = Present(rawValue: 4)
        static let contentSecurityPolicy = Present(rawValue: 8)
        static let date = Present(rawValue: 16)
        static let requestID = Present(rawValue: 32)
        static let cacheControl = Present(rawValue: 64)

        /// Notes a field by its lowercase name.
        mutating func note(_ name: String) {
            switch name {
            case "date": insert(.date)
            case "x-request-id": insert(.requestID)
            case "cache-control": insert(.cacheControl)
            case "referrer-policy": insert(.referrerPolicy)
            case "x-frame-options": insert(.frameOptions)
            case "x-content-type-options": insert(.contentTypeOptions)
            case "content-security-policy": insert(.contentSecurityPolicy)
            default: break
            }
        }
    }

    /// Fit for answers to programs: a browser neither guesses their type, nor shows them in a frame, nor loads anything because of them; and
    /// no cache on the way keeps what was meant for one of them. That `Authorization` forbids it (RFC 9111 §3.5) does not help whoever sends
    /// `X-API-Key`.
    private static let standard: [(field: Present, line: StaticString)] = [
        (.contentTypeOptions, "X-Content-Type-Options: nosniff\r\n"),
        (.referrerPolicy, "Referrer-Policy: no-referrer\r\n"),
        (.cacheControl, "Cache-Control: no-store\r\n"),
        (.frameOptions, "X-Frame-Options: DENY\r\n"),
        (.contentSecurityPolicy, "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"),
    ]

    /// Appends those that the answer does not bring.
    static func append(to buffer: inout ByteBuffer, present: Present, requestID: String) {
        for (field, line) in standard where !present.contains(field) { buffer.writeStaticString(line) }
        if !present.contains(.requestID) {
            buffer.writeStaticString("X-Request-Id: ")
            buffer.writeString(requestID)
            buffer.writeStaticString("\r\n")
        }
        if !present.contains(.date) { buffer.writeString(DateField.line()) }
    }
}
