/// A text in a weight, told from others by its bytes: strings that mean the same may have other glyphs.
struct ShortText: Hashable {
    /// In bytes of UTF-8.
    static let maximumLength = 32

    let text: String
    let weight: FontWeight

    static func == (left: ShortText, right: ShortText) -> Bool {
        left.weight == right.weight && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(weight)
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
