/// How descriptions are worded.
public struct DescriptionStyle: Hashable, Sendable {
    /// Times of day as "17:30" in place of "05:30 PM".
    public var uses24HourClock: Bool
    /// Says also what goes without saying: ", every hour, every day".
    public var isVerbose: Bool
    /// "9:00 AM" in place of "09:00 AM".
    public var trimsLeadingZero: Bool
    /// The language of the words.
    public var language: Language

    /// - Parameters:
    ///   - uses24HourClock: nil for what is usual in the language.
    ///   - isVerbose: off by default.
    ///   - trimsLeadingZero: off by default.
    ///   - language: English by default.
    public init(
        uses24HourClock: Bool? = nil,
        isVerbose: Bool = false,
        trimsLeadingZero: Bool = false,
        language: Language = .english
    ) {
        self.uses24HourClock = uses24HourClock ?? language.prefers24HourClock
        self.isVerbose = isVerbose
        self.trimsLeadingZero = trimsLeadingZero
        self.language = language
    }
}
