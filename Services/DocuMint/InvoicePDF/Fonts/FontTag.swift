/// A four-letter tag of the OpenType format, packed as HarfBuzz wants it.
struct FontTag: ExpressibleByStringLiteral {
    let value: UInt32

    init(stringLiteral: StaticString) {
        value = stringLiteral.withUTF8Buffer { letters in letters.reduce(0) { $0 << 8 | UInt32($1) } }
    }
}
