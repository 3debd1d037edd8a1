public import NIOCore

extension JSONParser {
    /// Reads one value from the readable bytes, which must hold nothing after it. The buffer's reader index stays.
    public static func parse(_ buffer: ByteBuffer) throws(JSONSyntaxError) -> JSONValue {
        try parse(buffer.readableBytesUInt8Span)
    }
}

extension JSONValue {
    /// Appends the value as compact JSON.
    public func serialized(into buffer: inout ByteBuffer) {
        buffer.writeBytes(serializedBytes())
    }
}
