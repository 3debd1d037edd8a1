import Accounts

/// The limits of a plan, by their names on the wire.
enum PlanLimit {
    /// Projects that an account may have.
    static let projects = "project_limit"
    /// Flags that each of them may have.
    static let flags = "flag_limit"
}

extension FlagBit {
    /// Keys and plans. Source: contracts/platform.md, Plans.
    static let policy = AccountPolicy(
        keyPrefix: "fb_",
        free: plan("free", price: 0, projects: 2, flags: 25),
        paid: [
            plan("starter", price: 9, projects: 5, flags: 100),
            plan("pro", price: 19, projects: 20, flags: 500),
            plan("business", price: 39, projects: 100, flags: 2_000),
        ]
    )

    private static func plan(_ name: String, price: Int, projects: Int, flags: Int) -> Plan {
        Plan(name, price: price, limits: [PlanLimit.projects: projects, PlanLimit.flags: flags])
    }
}
