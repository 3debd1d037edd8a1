/// What a histogram holds at one moment.
public struct HistogramSamples: Sendable, Equatable {
    /// Upper bounds in ascending order, without infinity.
    public let bounds: [Double]
    /// How many values fell to or below each bound and above the one before, and at the end how many were larger than all bounds.
    public internal(set) var counts: [UInt64]
    /// The sum of all values.
    public internal(set) var sum: Double

    /// - Parameters:
    ///   - bounds: upper bounds in ascending order, without infinity.
    ///   - counts: one for each bound and one for all that is larger.
    ///   - sum: of all values.
    public init(bounds: [Double], counts: [UInt64], sum: Double) {
        precondition(counts.count == bounds.count + 1, "A histogram has one count for each bound and one for all that is larger.")
        self.bounds = bounds
        self.counts = counts
        self.sum = sum
    }

    /// Of no values.
    init(bounds: [Double]) {
        self.init(bounds: bounds, counts: Array(repeating: 0, count: bounds.count + 1), sum: 0)
    }

    func render(name: String, labels: Labels, into text: inout String) {
        var total: UInt64 = 0
        for (position, count) in counts.enumerated() {
            total += count
            let bound = position < bounds.count ? bounds[position].metricText : "+Inf"
            text += "\(name)_bucket\(labels.braced(adding: "le", bound)) \(total)\n"
        }
        text += "\(name)_sum\(labels.braced) \(sum.metricText)\n\(name)_count\(labels.braced) \(total)\n"
    }
}
