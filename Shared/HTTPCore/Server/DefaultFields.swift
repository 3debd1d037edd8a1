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

        /// Notes a field by its lowercase name.
        mutating func note(_ name: String) {
            switch name {
            case "date": insert(.date)
            case "x-request-id": insert(.requestID)
            case "referrer-policy": insert(.referrerPolicy)
            case "x-frame-options": insert(.frameOptions)
            case "x-content-type-options": insert(.contentTypeOptions)
            case "content-security-policy": insert(.contentSecurityPolicy)
            default: break
            }
        }
    }

    /// Fit for answers to programs: a browser neither guesses their type, nor shows them in a frame, nor loads anything because of them.
    private static let security: [(field: Present, line: StaticString)] = [
        (.contentTypeOptions, "X-Content-Type-Options: nosniff\r\n"),
        (.referrerPolicy, "Referrer-Policy: no-referrer\r\n"),
        (.frameOptions, "X-Frame-Options: DENY\r\n"),
        (.contentSecurityPolicy, "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"),
    ]

    /// Appends those that the answer does not bring.
    static func append(to buffer: inout ByteBuffer, present: Present, requestID: String) {
        for (field, line) in security where !present.contains(field) { buffer.writeStaticString(line) }
        if !present.contains(.requestID) {
            buffer.writeStaticString("X-Request-Id: ")
            buffer.writeString(requestID)
            buffer.writeStaticString("\r\n")
        }
        if !present.contains(.date) { buffer.writeString(DateField.line()) }
    }
}
