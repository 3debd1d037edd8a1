/// A four-letter tag of the OpenType format or of ISO 15924, packed as HarfBuzz wants it.
struct FontTag: ExpressibleByStringLiteral {
    let value: UInt32

    init(stringLiteral: StaticString) {
        value = stringLiteral.withUTF8Buffer { letters in letters.reduce(0) { $0 << 8 | UInt32($1) } }
    }

    init(value: UInt32) {
        self.value = value
    }
}
