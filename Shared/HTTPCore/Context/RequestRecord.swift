import Synchronization

/// What becomes known about a request while it is answered, for the log and the metrics.
final class RequestRecord: Sendable {
    private struct Facts {
        var route: RouteMetrics?
        var accountID: Int64?
    }

    private let facts = Mutex(Facts())

    /// The route that matched.
    var route: RouteMetrics? {
        get { facts.withLock { $0.route } }
        set { facts.withLock { $0.route = newValue } }
    }

    /// The account that the request was authenticated for.
    var accountID: Int64? {
        get { facts.withLock { $0.accountID } }
        set { facts.withLock { $0.accountID = newValue } }
    }
}
