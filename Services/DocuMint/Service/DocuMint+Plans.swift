package import Accounts

/// The limits of a plan, by their names on the wire.
enum PlanLimit {
    /// Invoices in a calendar month.
    static let invoices = "monthly_limit"
}

extension Quota {
    /// Invoices that were given out.
    static let invoices = Quota(action: "invoice", limit: PlanLimit.invoices, window: .month)
}

extension DocuMint {
    /// Keys and plans. Source: contracts/platform.md, Plans.
    package static let policy = AccountPolicy(
        keyPrefix: "dm_",
        free: plan("free", price: 0, invoices: 5),
        paid: [
            plan("starter", price: 9, invoices: 100),
            plan("pro", price: 19, invoices: 1_000),
            plan("business", price: 39, invoices: 10_000),
        ],
        quotas: [.invoices]
    )

    private static func plan(_ name: String, price: Int, invoices: Int) -> Plan {
        Plan(name, price: price, limits: [PlanLimit.invoices: invoices])
    }
}
