extension Schedule: CustomStringConvertible {
    /// The schedule in English, in the manner of cRonstrue: "At 09:00 AM, Monday through Friday".
    ///
    /// What it says is what happens, to the second, also where cRonstrue's words would mislead (`*/45` is "At 0 and 45 minutes past the
    /// hour"). What a reader could still misunderstand is in ``warnings(in:from:)``.
    public var description: String { description(DescriptionStyle()) }

    /// The schedule in words.
    public func description(_ style: DescriptionStyle) -> String {
        var writer = PhraseWriter(style, isSentence: true)
        guard let fields else {
            writer.clause(writer.words.phrases.atStartup)
            return writer.text
        }
        writer.times(of: fields)
        writer.days(of: fields)
        if let zoneName { writer.clause(writer.words.phrases.inZone, .text(zoneName)) }
        return writer.text
    }
}

extension ScheduleField: CustomStringConvertible {
    /// The field on its own, in English: "every 15 minutes", "at hour 9", "Monday through Friday".
    public var description: String { description(DescriptionStyle()) }

    /// The field on its own, in words.
    public func description(_ style: DescriptionStyle) -> String {
        var writer = PhraseWriter(style, isSentence: false)
        writer.field(self)
        return writer.text
    }
}
