import Synchronization

extension MetricsRegistry {
    /// A number that goes up and down.
    public final class Gauge: Sendable {
        private let number = Mutex(0.0)

        init() {}

        /// The number as it is now.
        public var value: Double {
            get { number.withLock { $0 } }
            set { number.withLock { $0 = newValue } }
        }

        /// Adds to the number; a negative amount lowers it.
        public func add(_ amount: Double) {
            number.withLock { $0 += amount }
        }
    }
}

extension MetricsRegistry.Gauge: Metric {
    func render(name: String, labels: Labels, into text: inout String) {
        text += "\(name)\(labels.braced) \(value.metricText)\n"
    }
}
