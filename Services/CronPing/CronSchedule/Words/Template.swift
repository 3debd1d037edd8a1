/// A phrase with gaps: `every {0} minutes`. Split where its gaps are and turned into UTF-8 when it is made, that is once.
///
/// An object, because passing it on then costs one count of references in place of one for each of its parts.
///
/// `{0}` to `{9}` are the gaps; `{0th}` is one whose number is written as an ordinal. A translation may have them in another order.
final class Template: Sendable, ExpressibleByStringLiteral {
    /// A gap and the text between it and the next one.
    struct Gap: Sendable {
        var index: Int
        var isOrdinal: Bool
        var tail: [UInt8]
    }

    /// The text before the first gap.
    let head: [UInt8]
    /// That text as a sentence begins.
    let sentenceHead: [UInt8]
    let gaps: [Gap]

    init(stringLiteral literal: String) {
        let parts = literal.split(separator: "{", omittingEmptySubsequences: false)
        head = Array(parts[0].utf8)
        sentenceHead = Array(parts[0].prefix(1).uppercased().utf8) + parts[0].dropFirst().utf8
        gaps = parts.dropFirst().map { part in
            let halves = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            return Gap(index: halves[0].first?.wholeNumberValue ?? 0, isOrdinal: halves[0].count > 1, tail: Array(halves[1].utf8))
        }
    }

    /// The phrase, of one without gaps.
    var text: String { String(decoding: head, as: UTF8.self) }
}

/// A phrase that depends on a number.
struct CountedTemplate: Sendable {
    /// For 1.
    var one: Template
    /// For any other number.
    var other: Template

    func callAsFunction(_ count: Int) -> Template {
        count == 1 ? one : other
    }
}
