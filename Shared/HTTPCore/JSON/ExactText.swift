/// Text that compares and hashes by its UTF-8 bytes, as RFC 8259 §8.3 compares names.
///
/// Swift's own comparison holds texts equal that look alike, and normalizes them to find out.
struct ExactText: Hashable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (left: ExactText, right: ExactText) -> Bool {
        let left = left.text.utf8.span
        let right = right.text.utf8.span
        guard left.count == right.count else { return false }
        for position in left.indices where left[position] != right[position] { return false }
        return true
    }

    func hash(into hasher: inout Hasher) {
        text.utf8.span.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
