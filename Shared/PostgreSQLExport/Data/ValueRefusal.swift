/// A value that PostgreSQL cannot hold; whoever knows the place makes an error of it.
struct ValueRefusal: Error {
    /// A sentence that follows the place.
    let reason: String
}

/// Whether PostgreSQL takes the bytes of a text.
enum UTF8Check {
    /// - Throws: ``ValueRefusal``
    static func check(_ bytes: UnsafeRawBufferPointer) throws(ValueRefusal) {
        // Nearly all are ASCII, which needs no copy to be looked at.
        if bytes.allSatisfy({ $0 < 0x80 }) || String(validating: bytes, as: UTF8.self) != nil { return }
        throw ValueRefusal(reason: "the text is not UTF-8; PostgreSQL takes nothing else")
    }
}
