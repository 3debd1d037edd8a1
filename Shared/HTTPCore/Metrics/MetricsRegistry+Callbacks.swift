extension MetricsRegistry {
    /// A number that goes up and down and is asked for when the metrics are read.
    ///
    /// - Parameter read: must be quick; `nil` where the number is not known, which leaves the metric out. The last registration of a name
    ///   and labels counts.
    public func gauge(
        _ name: String,
        _ help: String,
        labels: KeyValuePairs<String, String> = [:],
        read: @escaping @Sendable () -> Double?
    ) {
        _ = register(name, help, kind: "gauge", labels, replaces: true) { NumberCallback(read: read) }
    }

    /// A number that only grows and is asked for when the metrics are read. Its name should end in `_total`.
    ///
    /// - Parameter read: as for ``gauge(_:_:labels:read:)``. Starts at 0 when the process does, and never gives less than before.
    public func counter(
        _ name: String,
        _ help: String,
        labels: KeyValuePairs<String, String> = [:],
        read: @escaping @Sendable () -> Double?
    ) {
        _ = register(name, help, kind: "counter", labels, replaces: true) { NumberCallback(read: read) }
    }

    /// How often values fell below each of some bounds, counted elsewhere and asked for when the metrics are read.
    ///
    /// - Parameter read: as for ``gauge(_:_:labels:read:)``.
    public func histogram(
        _ name: String,
        _ help: String,
        labels: KeyValuePairs<String, String> = [:],
        read: @escaping @Sendable () -> HistogramSamples?
    ) {
        _ = register(name, help, kind: "histogram", labels, replaces: true) { HistogramCallback(read: read) }
    }
}

/// A gauge or counter that asks for its number.
private struct NumberCallback: Metric {
    let read: @Sendable () -> Double?

    func render(name: String, labels: Labels, into text: inout String) {
        guard let value = read() else { return }
        text += "\(name)\(labels.braced) \(value.metricText)\n"
    }
}

/// A histogram that asks for its samples.
private struct HistogramCallback: Metric {
    let read: @Sendable () -> HistogramSamples?

    func render(name: String, labels: Labels, into text: inout String) {
        read()?.render(name: name, labels: labels, into: &text)
    }
}
