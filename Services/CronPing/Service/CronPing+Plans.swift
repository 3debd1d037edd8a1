package import Accounts

/// The limits of a plan, by their names on the wire.
enum PlanLimit {
    /// Monitors that an account may have.
    static let monitors = "monitor_limit"
    /// Pings that are remembered for each monitor.
    static let pings = "ping_log_limit"
}

/// What is counted, whatever the plan.
enum UsageAction {
    /// A ping of any kind.
    static let ping = "ping"
}

extension CronPing {
    /// Keys and plans. Source: contracts/platform.md, Plans.
    package static let policy = AccountPolicy(
        keyPrefix: "ch_",
        free: plan("free", price: 0, monitors: 3, pings: 100),
        paid: [
            plan("starter", price: 9, monitors: 20, pings: 1_000),
            plan("pro", price: 19, monitors: 100, pings: 1_000),
            plan("business", price: 39, monitors: 1_000, pings: 5_000),
        ],
        holdings: [CronPingStore.holding],
        counted: [UsageAction.ping]
    )

    private static func plan(_ name: String, price: Int, monitors: Int, pings: Int) -> Plan {
        Plan(name, price: price, limits: [PlanLimit.monitors: monitors, PlanLimit.pings: pings])
    }
}
