package import Accounts

/// The limits of a plan, by their names on the wire.
enum PlanLimit {
    /// Projects that an account may have.
    static let projects = "project_limit"
    /// Flags that each of them may have.
    static let flags = "flag_limit"
    /// Evaluations in each calendar month, beyond which flags go on working.
    static let evaluations = "evaluation_limit"
}

extension Quota {
    /// Requests that were answered with what flags give. None is refused because of the quota: flags must not take an application down.
    static let evaluations = Quota(action: "evaluation", limit: PlanLimit.evaluations, window: .month)
}

extension Holding {
    /// An account's projects.
    static let projects = Holding("projects", limit: PlanLimit.projects) { connection, accountID, _ in
        try FlagBitStore.projectCount(of: accountID, in: connection)
    }
}

extension FlagBit {
    /// Keys and plans. Source: contracts/platform.md, Plans.
    package static let policy = AccountPolicy(
        keyPrefix: "fb_",
        free: plan("free", price: 0, projects: 2, flags: 25, evaluations: 100_000),
        paid: [
            plan("starter", price: 9, projects: 5, flags: 100, evaluations: 1_000_000),
            plan("pro", price: 19, projects: 20, flags: 500, evaluations: 10_000_000),
            plan("business", price: 39, projects: 100, flags: 2_000, evaluations: 100_000_000),
        ],
        quotas: [.evaluations],
        holdings: [.projects]
    )

    private static func plan(_ name: String, price: Int, projects: Int, flags: Int, evaluations: Int) -> Plan {
        Plan(
            name,
            price: price,
            limits: [PlanLimit.projects: projects, PlanLimit.flags: flags, PlanLimit.evaluations: evaluations]
        )
    }
}
