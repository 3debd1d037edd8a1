/// The codes that a term of EN 16931 may have. The lists are those that the norm names, version of September 2026.
struct CodeList: Sendable {
    private let codes: Set<String>

    /// A list of codes that are separated by white space.
    init(_ text: String) {
        codes = Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    /// Whether the list has this very code; letter case matters.
    func contains(_ code: String) -> Bool { codes.contains(code) }
}
