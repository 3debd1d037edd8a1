/// The runs within an hour, a minute or a day that is like every other one of the schedule.
struct TimePattern {
    /// The first and the last run, in seconds from the start.
    private(set) var (first, last) = (0, 0)
    private(set) var runs = 1
    /// The gaps between the runs and how often each comes; one gap may be there more than once.
    private(set) var gaps: [(gap: Int, count: Int)] = []
    /// The longest gap, 0 for none, and the run with which the first such begins.
    private(set) var (longest, longestStart) = (0, 0)

    /// A single run.
    static let instant = TimePattern()

    private init() {}

    /// The same pattern again and again.
    ///
    /// - Parameters:
    ///   - values: where it comes: the minutes of an hour, for example.
    ///   - unit: how many seconds there are between two neighbours of them.
    init(_ part: TimePattern, at values: ValueSet, unit: Int) {
        let values = values.values
        guard let start = values.first, let end = values.last else { return }
        first = start * unit + part.first
        last = end * unit + part.last
        runs = part.runs * values.count
        gaps = part.gaps.map { ($0.gap, $0.count * values.count) }
        (longest, longestStart) = (part.longest, start * unit + part.longestStart)
        for (one, next) in zip(values, values.dropFirst()) {
            let gap = (next - one) * unit + part.first - part.last
            gaps.append((gap, 1))
            if gap > longest { (longest, longestStart) = (gap, one * unit + part.last) }
        }
    }
}
