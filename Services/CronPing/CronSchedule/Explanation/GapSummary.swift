/// How far apart the runs of a schedule are.
///
/// A gap is the time from one run to the next, in seconds; both lie in the stretch of time looked at.
public struct GapSummary: Hashable, Sendable {
    /// How many days were looked at.
    public let days: Int
    /// How many times it runs in them.
    public let runs: Int
    /// The shortest gap; nil for fewer than two runs, as in all that follows.
    public internal(set) var shortest: Int?
    /// The longest gap.
    public internal(set) var longest: Int?
    /// The run with which the longest gap begins, the first one of several, in seconds since 1970.
    public internal(set) var longestStart: Int64?
    /// The sum of all gaps divided by their number.
    public internal(set) var mean: Double?
    /// The gap in the middle when they are ordered by length; between the two in the middle where there are two.
    public internal(set) var median: Double?
    /// The gap that comes most often; the shortest one of several.
    public internal(set) var commonest: Int?
    /// How much of all gaps the commonest is, in number, not in time: above 0, up to 1.
    public internal(set) var commonestShare: Double?
    /// The same of the gap that comes second most often; 0 when there is no other.
    var nextShare: Double = 0

    /// Whether there are at least two gaps, and all are equal; false for fewer than three runs, which show nothing.
    public var isEven: Bool { runs > 2 && shortest == longest }
}

extension GapSummary: CustomStringConvertible {
    /// One sentence: "Evenly: every 15 minutes".
    public var description: String {
        let stretch = days == 1 ? "in the day looked at" : "in the \(days) days looked at"
        guard let shortest, let longest, let commonest, let commonestShare else {
            return runs == 0 ? "Does not run \(stretch)" : "Runs once \(stretch)"
        }
        if runs == 2 { return "Runs twice \(stretch), \(Phrase.duration(shortest)) apart" }
        if isEven { return "Evenly: every \(Phrase.period(shortest))" }
        let range = "Unevenly: gaps from \(Phrase.duration(shortest)) to \(Phrase.duration(longest))"
        guard commonestShare - nextShare >= Self.leastLead else { return range }
        return range + ", most often \(Phrase.duration(commonest)) (\(Self.percentage(commonestShare)) of the gaps)"
    }

    /// By how much of all gaps one must be ahead of the others to be said to come most often.
    private static let leastLead = 0.01

    /// "80%", "about 67%", "more than 99%".
    private static func percentage(_ share: Double) -> String {
        let percent = (share * 100).rounded()
        if percent == 100 { return "more than 99%" }
        return "\(percent == share * 100 ? "" : "about ")\(Int(percent))%"
    }
}
