/// Counts the gaps between runs that come in order of time, whole patterns of them at once.
struct GapCounter {
    private var counts: [Int: Int] = [:]
    /// How often each of the patterns came.
    private var patternCounts = [Int](repeating: 0, count: DayPatterns.count)
    private var firstRun: Int64?
    private var lastRun: Int64?
    private var runs = 0
    private var longest = 0
    private var longestStart: Int64?
    /// The gap counted last, kept apart because it mostly comes again.
    private var latest = (gap: 0, count: 0)

    /// Adds the runs of a pattern.
    ///
    /// - Parameters:
    ///   - level: which of the patterns it is.
    ///   - start: the instant from which it counts, later than all runs so far.
    mutating func add(_ pattern: TimePattern, level: Int, at start: Int64) {
        let first = start + Int64(pattern.first)
        if let lastRun {
            count(Int(first - lastRun))
            offer(Int(first - lastRun), at: lastRun)
        } else {
            firstRun = first
        }
        offer(pattern.longest, at: start + Int64(pattern.longestStart))
        lastRun = start + Int64(pattern.last)
        runs += pattern.runs
        patternCounts[level] += 1
    }

    private mutating func count(_ gap: Int) {
        if gap != latest.gap {
            counts[latest.gap, default: 0] += latest.count
            latest = (gap, 0)
        }
        latest.count += 1
    }

    private mutating func offer(_ gap: Int, at start: Int64) {
        if gap > longest { (longest, longestStart) = (gap, start) }
    }

    // MARK: The result

    func summary(_ patterns: DayPatterns, days: Int) -> GapSummary {
        let gaps = histogram(patterns)
        let number = runs - 1
        guard number > 0, let firstRun, let lastRun, let shortest = gaps.first?.gap,
            let commonest = gaps.max(by: { ($0.count, -$0.gap) < ($1.count, -$1.gap) })
        else {
            return GapSummary(days: days, runs: runs)
        }
        return GapSummary(
            days: days,
            runs: runs,
            shortest: shortest,
            longest: longest,
            longestStart: longestStart,
            mean: Double(lastRun - firstRun) / Double(number),
            median: Double(Self.gap((number - 1) / 2, in: gaps) + Self.gap(number / 2, in: gaps)) / 2,
            commonest: commonest.gap,
            commonestShare: Double(commonest.count) / Double(number),
            nextShare: Double(gaps.filter { $0.gap != commonest.gap }.map(\.count).max() ?? 0) / Double(number)
        )
    }

    /// How often each gap came, ordered by length.
    private func histogram(_ patterns: DayPatterns) -> [(gap: Int, count: Int)] {
        var counts = counts
        counts[latest.gap, default: 0] += latest.count
        for (pattern, times) in zip(patterns.levels, patternCounts) {
            for (gap, count) in pattern.gaps { counts[gap, default: 0] += count * times }
        }
        return counts.filter { $0.value > 0 }.map { (gap: $0.key, count: $0.value) }.sorted { $0.gap < $1.gap }
    }

    /// The gap at a place in the order of length, from 0.
    private static func gap(_ place: Int, in gaps: [(gap: Int, count: Int)]) -> Int {
        var rest = place
        for (gap, count) in gaps {
            if rest < count { return gap }
            rest -= count
        }
        return 0
    }
}
