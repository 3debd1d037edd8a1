import Synchronization

/// The metrics of one route and method: requests by status, and their duration.
final class RouteMetrics: Sendable {
    /// What stands for requests that no route matches.
    static let unmatched = "unmatched"

    /// The path as declared, such as `/api/v1/monitors/{id}`, or ``unmatched``.
    let route: String

    private let hidesPath: Bool
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

    /// What of a request's path may stand in the log, which is not to hold secrets: the route itself where a parameter is called `token`,
    /// no more than the beginning where no route says what the parts are, and nowhere a part as long as an API key, which somebody may put
    /// into an address by mistake.
    func loggable(_ path: String) -> String {
        if route == Self.unmatched {
            let beginning = path.utf8.dropFirst().prefix { $0 != UInt8(ascii: "/") }
            return Self.withoutLongParts(beginning.endIndex == path.endIndex ? path : String(path[..<beginning.endIndex]) + "/…")
        }
        return hidesPath ? route : Self.withoutLongParts(path)
    }

    /// The ids in addresses are shorter, keys are longer.
    private static let longestPart = 32

    private static func withoutLongParts(_ path: String) -> String {
        let slash = UInt8(ascii: "/")
        guard path.utf8.count > longestPart else { return path }
        let parts = path.utf8.split(separator: slash, omittingEmptySubsequences: false)
        guard parts.contains(where: { $0.count > longestPart }) else { return path }
        return parts.map { $0.count > longestPart ? "…" : String(Substring($0)) }.joined(separator: "/")
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
