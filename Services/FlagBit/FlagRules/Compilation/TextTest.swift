/// What a comparison looks for in text, prepared once. Where case is ignored, both sides are folded.
struct TextTest: Sendable {
    enum Place: Sendable {
        case anywhere([SubstringSearch])
        case start([String])
        case end([String])
        /// Ignores case by itself.
        case expression(LinearRegex)
    }

    let place: Place
    private let ignoresCase: Bool

    init(_ place: Place, ignoringCase: Bool) {
        self.place = place
        ignoresCase = ignoringCase
    }

    func holds(for text: String) -> Bool {
        if case .expression(let regex) = place { return regex.matches(text) }
        let text = ignoresCase ? CaseFolding.fold(text) : text
        return switch place {
        case .anywhere(let searches): searches.contains { $0.isIn(text) }
        case .start(let prefixes): prefixes.contains { text.utf8.starts(with: $0.utf8) }
        case .end(let suffixes): suffixes.contains { text.utf8.reversed().starts(with: $0.utf8.reversed()) }
        case .expression: false
        }
    }
}
