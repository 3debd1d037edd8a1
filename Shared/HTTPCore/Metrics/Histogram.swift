import Synchronization

extension MetricsRegistry {
    /// How often values fell below each of some bounds.
    public final class Histogram: Sendable {
        /// Bounds for durations in seconds, from half a millisecond to ten seconds.
        public static let durations = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

        private let bounds: [Double]
        private let samples: Mutex<HistogramSamples>

        init(bounds: [Double]) {
            self.bounds = bounds
            samples = Mutex(HistogramSamples(bounds: bounds))
        }

        /// Counts a value.
        public func record(_ value: Double) {
            let position = bounds.firstIndex { value <= $0 } ?? bounds.count
            samples.withLock {
                $0.counts[position] += 1
                $0.sum += value
            }
        }
    }
}

extension MetricsRegistry.Histogram: Metric {
    func render(name: String, labels: Labels, into text: inout String) {
        samples.withLock { $0 }.render(name: name, labels: labels, into: &text)
    }
}
