import HTTPCore
import Synchronization

/// Metrics that are read from one value, which is asked for once each time the metrics are read, so that their numbers belong together.
struct MetricsGroup<Value: Sendable>: Sendable {
    /// The value as it was when it was last asked for. Apart from the group, which the registry must not hold: it holds the registry.
    private final class Latest: Sendable {
        private let value = Mutex<Value?>(nil)

        func set(_ new: Value?) { value.withLock { $0 = new } }

        var current: Value? { value.withLock { $0 } }
    }

    private let registry: MetricsRegistry
    private let latest = Latest()
    private let read: @Sendable () -> Value?

    /// - Parameter read: the value; `nil` while it is not known, which leaves all metrics of the group out.
    init(_ registry: MetricsRegistry, read: @escaping @Sendable () -> Value?) {
        self.registry = registry
        self.read = read
    }

    /// Asks for the value.
    func renew() { latest.set(read()) }

    /// - Parameter number: `nil` leaves the metric out.
    func gauge(_ name: String, _ help: String, _ number: @escaping @Sendable (Value) -> Double?) {
        registry.gauge(name, help) { [latest] in latest.current.flatMap(number) }
    }

    func gauge(_ name: String, _ help: String, _ number: @escaping @Sendable (Value) -> Int) {
        gauge(name, help) { value -> Double? in Double(number(value)) }
    }

    /// - Parameter total: since the process started; `nil` leaves the metric out.
    func counter(_ name: String, _ help: String, _ total: @escaping @Sendable (Value) -> Double?) {
        registry.counter(name, help) { [latest] in latest.current.flatMap(total) }
    }

    func counter(_ name: String, _ help: String, _ total: @escaping @Sendable (Value) -> Int) {
        counter(name, help) { value -> Double? in Double(total(value)) }
    }

    func histogram(_ name: String, _ help: String, _ samples: @escaping @Sendable (Value) -> HistogramSamples) {
        registry.histogram(name, help) { [latest] in latest.current.map(samples) }
    }
}

extension Double {
    /// Seconds of so many nanoseconds.
    init(nanoseconds: Int64) { self = Double(nanoseconds) / 1_000_000_000 }
}
