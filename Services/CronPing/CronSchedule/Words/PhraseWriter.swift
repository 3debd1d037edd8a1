/// Writes phrases of a language one after another.
struct PhraseWriter {
    let style: DescriptionStyle
    let words: Language.Words
    /// Whether the first letter is a capital.
    let isSentence: Bool
    private var bytes: [UInt8] = []

    init(_ style: DescriptionStyle, isSentence: Bool) {
        self.style = style
        self.isSentence = isSentence
        words = style.language.words
        bytes.reserveCapacity(120)
    }

    /// What fills a gap of a phrase.
    enum Filling {
        case nothing
        case number(Int)
        case value(Int, ValueForm)
        case word(Template)
        case text(String)
        case time(ClockTime)
        case times([ClockTime])
        case items([ListItem], ValueForm)
    }

    /// Begins a clause with a phrase.
    ///
    /// - Parameter joint: what goes before it, unless it is the first one; a comma by default.
    mutating func clause(
        _ template: Template,
        _ first: Filling = .nothing,
        _ second: Filling = .nothing,
        _ third: Filling = .nothing,
        joint: Template? = nil
    ) {
        if !bytes.isEmpty { append(joint ?? words.phrases.lists.clause) }
        phrase(template, first, second, third)
    }

    mutating func phrase(_ template: Template, _ first: Filling = .nothing, _ second: Filling = .nothing, _ third: Filling = .nothing) {
        bytes.append(contentsOf: bytes.isEmpty && isSentence ? template.sentenceHead : template.head)
        for gap in template.gaps {
            let filling =
                switch gap.index {
                case 0: first
                case 1: second
                default: third
                }
            fill(filling)
            if gap.isOrdinal, case .number(let number) = filling { append(ordinalEnding(number)) }
            bytes.append(contentsOf: gap.tail)
        }
    }

    private mutating func fill(_ filling: Filling) {
        switch filling {
        case .nothing: break
        case .number(let number): append(number)
        case .value(let value, let form): self.value(value, form)
        case .word(let word): append(word)
        case .text(let text): bytes.append(contentsOf: text.utf8)
        case .time(let time): self.time(time)
        case .times(let times):
            let joints = words.phrases.lists
            list(times, next: joints.nextTime, pair: joints.lastTime, last: joints.lastTime) { $0.time($1) }
        case .items(let items, let form):
            let joints = words.phrases.lists
            list(items, next: joints.next, pair: joints.pair, last: joints.last) { $0.item($1, form) }
        }
    }

    /// The members of a list, joined.
    private mutating func list<Member>(
        _ members: [Member],
        next: Template,
        pair: Template,
        last: Template,
        _ write: (inout Self, Member) -> Void
    ) {
        for (index, member) in members.enumerated() {
            if index > 0 {
                let isLast = index == members.count - 1
                append(!isLast ? next : index == 1 ? pair : last)
            }
            write(&self, member)
        }
    }

    private func ordinalEnding(_ number: Int) -> Template {
        let ordinals = words.phrases.ordinals
        let digit = number % 10
        return number / 10 % 10 != 1 && digit < ordinals.byLastDigit.count ? ordinals.byLastDigit[digit] : ordinals.other
    }

    // MARK: Times of day and numbers

    mutating func time(_ time: ClockTime) {
        let hour = time.secondOfDay / 3600
        let shown = style.uses24HourClock ? hour : (hour + 11) % 12 + 1
        append(words.phrases.beforeTime(shown))
        if style.trimsLeadingZero { append(shown) } else { append(twoDigits: shown) }
        bytes.append(UInt8(ascii: ":"))
        append(twoDigits: time.secondOfDay / 60 % 60)
        if time.showsSeconds {
            bytes.append(UInt8(ascii: ":"))
            append(twoDigits: time.secondOfDay % 60)
        }
        if !style.uses24HourClock { append(words.phrases.halves[hour < 12 ? 0 : 1]) }
    }

    /// A number that is not negative.
    mutating func append(_ number: Int) {
        if number >= 10 { append(number / 10) }
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// For 0 to 99.
    private mutating func append(twoDigits number: Int) {
        if number < 10 { bytes.append(UInt8(ascii: "0")) }
        append(number)
    }

    /// A word, which has no gaps.
    mutating func append(_ word: Template) {
        bytes.append(contentsOf: word.head)
    }

    /// All that was written.
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// A time of day.
struct ClockTime {
    var secondOfDay: Int
    var showsSeconds = false

    init(hour: Int, minute: Int = 0, second: Int? = nil) {
        secondOfDay = hour * 3600 + minute * 60 + (second ?? 0)
        showsSeconds = second != nil
    }
}
