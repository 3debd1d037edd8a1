package import Accounts

/// The limits of a plan, by their names on the wire.
enum PlanLimit {
    /// Endpoints that an account may have.
    static let endpoints = "endpoints"
    /// Requests a day that each endpoint keeps. It captures more than that; the oldest go first.
    static let requestsPerDay = "requests_per_day"
    /// How long a request is kept.
    static let retentionHours = "retention_hours"
    /// The largest body that is kept.
    static let bodyBytes = "body_bytes"

    /// As they are listed for people.
    static let all = [endpoints, requestsPerDay, retentionHours, bodyBytes]
}

extension Plan {
    /// How many requests each endpoint keeps: a day's for every day of the retention, the newest of them.
    ///
    /// Counted for each endpoint, so that a noisy one cannot push out what another has captured, and over the whole retention, so that a
    /// busy day may use what quiet ones left over. With one day of retention it is the day's number itself.
    var keptRequests: Int { limit(PlanLimit.requestsPerDay).multipliedWithinRange(by: limit(PlanLimit.retentionHours)) / 24 }

    /// How long a request is kept.
    var retentionSeconds: Int64 { Int64(limit(PlanLimit.retentionHours).multipliedWithinRange(by: 3_600)) }

    /// The largest body that is kept.
    var bodyBytes: Int { limit(PlanLimit.bodyBytes) }
}

extension Int {
    /// The product of two limits, or the largest number if it is beyond: a `PLANS_FILE` may write "without end" as a number of any size.
    fileprivate func multipliedWithinRange(by factor: Int) -> Int {
        let (product, isBeyond) = multipliedReportingOverflow(by: factor)
        return isBeyond ? .max : product
    }
}

/// What is counted, whatever the plan.
enum UsageAction {
    /// A request that one of an account's endpoints has captured. No quota: the plan's limit is for each endpoint, and of what it keeps.
    ///
    /// Counted in memory once a request is on the disk, because a capture is a write already and a second one would double its price. A
    /// kill of the process (`kill -9`, a power cut) loses what was counted in the last few seconds, never a request.
    static let capture = "capture"
}

extension WebhookVault {
    /// Keys and plans. Source: contracts/platform.md, Plans; for bodies contracts/webhookvault.md, Capture.
    package static let policy = AccountPolicy(
        keyPrefix: "wv_",
        free: plan("free", price: 0, endpoints: 2, requestsPerDay: 100, days: 1, megabytes: 1),
        paid: [
            plan("starter", price: 9, endpoints: 10, requestsPerDay: 10_000, days: 7, megabytes: 10),
            plan("pro", price: 19, endpoints: 50, requestsPerDay: 100_000, days: 30, megabytes: 10),
            plan("business", price: 39, endpoints: 200, requestsPerDay: 1_000_000, days: 90, megabytes: 10),
        ],
        holdings: [VaultStore.holding],
        counted: [UsageAction.capture]
    )

    private static func plan(_ name: String, price: Int, endpoints: Int, requestsPerDay: Int, days: Int, megabytes: Int) -> Plan {
        Plan(
            name,
            price: price,
            limits: [
                PlanLimit.endpoints: endpoints, PlanLimit.requestsPerDay: requestsPerDay, PlanLimit.retentionHours: days * 24,
                PlanLimit.bodyBytes: megabytes << 20,
            ]
        )
    }
}
