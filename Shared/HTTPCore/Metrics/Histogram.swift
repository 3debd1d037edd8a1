import Synchronization

extension MetricsRegistry {
    /// How often values fell below each of some bounds.
    public final class Histogram: Sendable {
        /// Bounds for durations in seconds, from half a millisecond to ten seconds.
        public static let durations = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

        private struct Samples {
            /// One count for each bound and one for all that is larger.
            var counts: [UInt64]
            var sum = 0.0
        }

        private let bounds: [Double]
        private let samples: Mutex<Samples>

        init(bounds: [Double]) {
            self.bounds = bounds
            samples = Mutex(Samples(counts: Array(repeating: 0, count: bounds.count + 1)))
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
        let samples = samples.withLock { $0 }
        var total: UInt64 = 0
        for (position, count) in samples.counts.enumerated() {
            total += count
            let bound = position < bounds.count ? bounds[position].metricText : "+Inf"
            text += "\(name)_bucket\(labels.braced(adding: "le", bound)) \(total)\n"
        }
        text += "\(name)_sum\(labels.braced) \(samples.sum.metricText)\n\(name)_count\(labels.braced) \(total)\n"
    }
}
