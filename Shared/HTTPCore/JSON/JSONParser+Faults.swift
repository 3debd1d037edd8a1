extension JSONParser {
    /// The error for whatever is at the position: the end, bytes that are not UTF-8, or a character that cannot be there.
    func unexpected(_ bytes: Span<UInt8>, expected: String) -> JSONSyntaxError {
        guard position < bytes.count else { return JSONSyntaxError(.unexpectedEnd(expected: expected), at: position, in: bytes) }
        do throws(JSONSyntaxError) {
            return JSONSyntaxError(.unexpectedCharacter(try scalar(bytes), expected: expected), at: position, in: bytes)
        } catch {
            return error
        }
    }

    /// The Unicode scalar at the position, which must be before the end.
    func scalar(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> Unicode.Scalar {
        let next = bytes.extracting(position..<min(position + 4, bytes.count))
        var decoder = UTF8()
        var iterator = next.withUnsafeBufferPointer { Array($0) }.makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else {
            throw JSONSyntaxError(.invalidUTF8, at: position, in: bytes)
        }
        return scalar
    }
}
