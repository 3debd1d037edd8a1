import Synchronization

/// The metrics of a process, written out in Prometheus' text format (version 0.0.4).
///
/// A handle is asked for once and kept; asking again with the same name and labels gives the same handle. Using a handle takes no lock that another handle takes.
///
///     let pings = metrics.counter("cronping_pings_total", "Pings received.")
///     pings.increment()
public final class MetricsRegistry: Sendable {
    private let families = Mutex<[String: Family]>([:])

    /// A registry without metrics.
    public init() {}

    /// A number that only grows. Its name should end in `_total`.
    public func counter(_ name: String, _ help: String, labels: KeyValuePairs<String, String> = [:]) -> Counter {
        register(name, help, kind: "counter", labels) { Counter() }
    }

    /// A number that goes up and down and is set by the code that knows it.
    public func gauge(_ name: String, _ help: String, labels: KeyValuePairs<String, String> = [:]) -> Gauge {
        register(name, help, kind: "gauge", labels) { Gauge() }
    }

    /// How often values fell below each of some bounds.
    ///
    /// - Parameter bounds: Upper bounds in ascending order, without infinity. Default: ``Histogram/durations``.
    public func histogram(
        _ name: String,
        _ help: String,
        labels: KeyValuePairs<String, String> = [:],
        bounds: [Double] = Histogram.durations
    ) -> Histogram {
        register(name, help, kind: "histogram", labels) { Histogram(bounds: bounds) }
    }

    /// All metrics in Prometheus' text format, families ordered by name, media type `text/plain; version=0.0.4`.
    public func render() -> String {
        var text = ""
        for family in families.withLock({ $0.values.sorted { $0.name < $1.name } }) { family.render(into: &text) }
        return text
    }

    /// The metric of that name and labels, made when there is none yet, or in any case with `replaces`.
    func register<Value: Metric>(
        _ name: String,
        _ help: String,
        kind: String,
        _ labels: KeyValuePairs<String, String>,
        replaces: Bool = false,
        make: () -> Value
    ) -> Value {
        let labels = Labels(labels)
        return families.withLock { families in
            var family = families[name] ?? Family(name: name, help: help, kind: kind)
            precondition(family.kind == kind, "The metric \(name) is a \(family.kind) already.")
            if !replaces, let known = family.metrics[labels] as? Value { return known }
            let value = make()
            family.metrics[labels] = value
            families[name] = family
            return value
        }
    }
}

/// A metric that can write its samples.
protocol Metric: Sendable {
    func render(name: String, labels: Labels, into text: inout String)
}

/// All metrics of one name.
private struct Family {
    let name: String
    let help: String
    let kind: String
    var metrics: [Labels: any Metric] = [:]

    func render(into text: inout String) {
        var samples = ""
        for (labels, metric) in metrics.sorted(by: { $0.key.text < $1.key.text }) {
            metric.render(name: name, labels: labels, into: &samples)
        }
        // A number that is not known now leaves no trace.
        guard !samples.isEmpty else { return }
        text += "# HELP \(name) \(help.escapedForMetrics(quotes: false))\n# TYPE \(name) \(kind)\n\(samples)"
    }
}
