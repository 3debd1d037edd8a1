/// A language in which schedules can be described.
///
/// It is nothing but data: phrases with gaps, names, and how lists are joined. To add one, write a file like `Language+German.swift` and
/// put it into ``all``.
public struct Language: Sendable {
    /// Its code in ISO 639-1: "en".
    public let code: String

    /// Its name in itself: "Deutsch".
    public let name: String

    /// Whether times of day are written as "17:30" where nothing else is asked for.
    public let prefers24HourClock: Bool

    /// One object that is passed around, in place of hundreds of strings.
    let words: Words

    final class Words: Sendable {
        let phrases: Phrases

        init(_ phrases: Phrases) {
            self.phrases = phrases
        }
    }

    init(code: String, name: String, prefers24HourClock: Bool, _ phrases: Phrases) {
        self.code = code
        self.name = name
        self.prefers24HourClock = prefers24HourClock
        words = Words(phrases)
    }

    /// Every language there is, English first.
    public static let all: [Language] = [.english, .german, .spanish]

    /// The language with a code, such as "de"; what follows it in a longer tag (RFC 5646, "de-AT") does not matter, nor does case.
    ///
    /// nil when there is none.
    public init?(code: String) {
        let primary = code.lowercased().prefix { $0 != "-" && $0 != "_" }
        guard let language = Self.all.first(where: { $0.code == primary }) else { return nil }
        self = language
    }
}

extension Language: Hashable {
    /// Two are equal when they have the same code.
    public static func == (one: Language, other: Language) -> Bool {
        one.code == other.code
    }

    /// Hashes the code.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(code)
    }
}
