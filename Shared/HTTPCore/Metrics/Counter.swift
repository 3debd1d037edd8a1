import Synchronization

extension MetricsRegistry {
    /// A number that only grows.
    public final class Counter: Sendable {
        private let count = Atomic<UInt64>(0)

        init() {}

        /// Adds to the number.
        public func increment(by amount: UInt64 = 1) {
            count.wrappingAdd(amount, ordering: .relaxed)
        }

        /// The number as it is now.
        public var value: UInt64 { count.load(ordering: .relaxed) }
    }
}

extension MetricsRegistry.Counter: Metric {
    func render(name: String, labels: Labels, into text: inout String) {
        text += "\(name)\(labels.braced) \(value)\n"
    }
}
