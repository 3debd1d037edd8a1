/// What a product tells the accounts about itself.
public struct AccountPolicy: Sendable {
    /// What the product's keys begin with, such as `dm_`.
    public let keyPrefix: String
    /// At least one. The first is the plan of a new account and of accounts whose plan is not in the list.
    public let plans: [Plan]
    /// What is counted and has a limit for each month or day. The first one says when an account's usage begins anew.
    public let quotas: [Quota]
    /// What an account may own so many of.
    public let holdings: [Holding]
    /// Actions that are counted and have no limit, such as `ping`.
    public let counted: [String]

    /// - Parameters:
    ///   - free: the plan of a new account, and of accounts whose plan is not in the list.
    ///   - paid: the other plans, which name the same limits.
    public init(
        keyPrefix: String,
        free: Plan,
        paid: [Plan],
        quotas: [Quota] = [],
        holdings: [Holding] = [],
        counted: [String] = []
    ) {
        self.init(keyPrefix: keyPrefix, plans: [free] + paid, quotas: quotas, holdings: holdings, counted: counted)
    }

    private init(keyPrefix: String, plans: [Plan], quotas: [Quota], holdings: [Holding], counted: [String]) {
        self.keyPrefix = keyPrefix
        self.plans = plans
        self.quotas = quotas
        self.holdings = holdings
        self.counted = counted
    }

    /// The plan of that name, or the first one: a plan that was taken off the list must not lock anyone out.
    public func plan(named name: String) -> Plan {
        plans.first { $0.name.utf8.elementsEqual(name.utf8) } ?? plans[0]
    }

    /// The same product with the plans of a `PLANS_FILE` in place of its own.
    ///
    ///     {"plans": [{"name": "free", "price": 0, "limits": {"monthly_limit": 5}}, …]}
    ///
    /// The first plan is that of new accounts and must be `free`, which sign-up promises. Every plan names each limit that the product's
    /// own plans have, and no others.
    ///
    /// - Parameter text: what the file holds.
    /// - Throws: ``PlansFileError`` with everything that is wrong.
    public func replacingPlans(fromFile text: String) throws(PlansFileError) -> AccountPolicy {
        let plans = try PlansFile.plans(in: text, limits: plans[0].limits.keys.sorted())
        return AccountPolicy(keyPrefix: keyPrefix, plans: plans, quotas: quotas, holdings: holdings, counted: counted)
    }
}
