/// How often values fell between given bounds: what a histogram is made of.
public struct Distribution: Sendable, Equatable {
    /// Bounds for durations, in seconds.
    static let durations = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    /// Upper bounds, ascending; a value that is equal to one is within it.
    public let bounds: [Double]
    /// How many values were within each bound and above the one before, and at the end how many were above all. Not cumulative.
    public private(set) var counts: [UInt64]
    /// All values added up.
    public private(set) var sum = 0.0

    /// - Parameter bounds: ascending.
    public init(bounds: [Double]) {
        self.bounds = bounds
        counts = [UInt64](repeating: 0, count: bounds.count + 1)
    }

    /// Counts a value.
    public mutating func record(_ value: Double) {
        // A dozen comparisons: a binary search would not be faster.
        counts[bounds.firstIndex { value <= $0 } ?? bounds.count] += 1
        sum += value
    }
}
