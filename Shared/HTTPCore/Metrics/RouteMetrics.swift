import Synchronization

/// The metrics of one route and method: requests by status, and their duration.
final class RouteMetrics: Sendable {
    /// The path as declared, such as `/api/v1/monitors/{id}`.
    let route: String
    /// Whether the path holds a secret, which whoever reads the log is not to learn: a parameter called `token`.
    let hidesPath: Bool

    private let method: String
    private let registry: MetricsRegistry
    private let handles = Mutex(Handles())

    /// What is registered on the first request, so that a route that nobody asks for takes no room in the metrics.
    private struct Handles {
        /// A route answers with a handful of statuses, so looking through them is quicker than hashing.
        var requests: [(status: Int, counter: MetricsRegistry.Counter)] = []
        var duration: MetricsRegistry.Histogram?
    }

    init(method: String, route: String, registry: MetricsRegistry) {
        self.method = method
        self.route = route
        hidesPath = route.contains("{token}")
        self.registry = registry
    }

    func record(status: Int, seconds: Double) {
        let (counter, duration) = handles.withLock { handles in
            let duration = handles.duration ?? makeDuration()
            handles.duration = duration
            if let known = handles.requests.first(where: { $0.status == status }) { return (known.counter, duration) }
            let counter = makeCounter(status: status)
            handles.requests.append((status, counter))
            return (counter, duration)
        }
        counter.increment()
        duration.record(seconds)
    }

    private func makeCounter(status: Int) -> MetricsRegistry.Counter {
        registry.counter("http_requests_total", "Requests answered.", labels: ["method": method, "route": route, "status": String(status)])
    }

    private func makeDuration() -> MetricsRegistry.Histogram {
        registry.histogram(
            "http_request_duration_seconds",
            "Time from the head of a request to the end of its answer.",
            labels: ["method": method, "route": route]
        )
    }
}
