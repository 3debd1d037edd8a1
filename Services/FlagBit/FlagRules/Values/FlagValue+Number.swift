extension FlagValue {
    /// The number that `text` writes, by the grammar of RFC 8259 §6; nil for any other text and for numbers beyond a double's range (`1e400`).
    ///
    /// Without fraction and exponent it is an ``integer(_:)`` if it fits 64 bits; all else is the nearest ``float(_:)``.
    public init?(jsonNumber text: String) {
        var rest = Substring(text).utf8
        rest.skip(one: "-")
        guard rest.skip(one: "0") || rest.skipDigits() else { return nil }
        let isWhole = rest.isEmpty
        if rest.skip(one: ".") {
            guard rest.skipDigits() else { return nil }
        }
        if rest.skip(one: "e") || rest.skip(one: "E") {
            if !rest.skip(one: "+") { rest.skip(one: "-") }
            guard rest.skipDigits() else { return nil }
        }
        guard rest.isEmpty else { return nil }
        if isWhole, let integer = Int64(text) {
            self = .integer(integer)
        } else if let number = Double(text), number.isFinite {
            self = .float(number)
        } else {
            return nil
        }
    }
}
