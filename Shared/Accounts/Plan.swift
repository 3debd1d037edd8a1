/// What an account may do, and for how much. Plans are data: one list for each product.
public struct Plan: Sendable, Equatable {
    /// Such as `free`: what the account's row holds.
    public let name: String
    /// US dollars per month.
    public let price: Int
    /// The product's limits by their names on the wire, such as `monthly_limit`.
    public let limits: [String: Int]

    /// A plan; `limits` by their names on the wire.
    public init(_ name: String, price: Int, limits: [String: Int]) {
        self.name = name
        self.price = price
        self.limits = limits
    }
}

/// What a product tells the accounts about itself.
public struct AccountPolicy: Sendable {
    /// What the product's keys begin with, such as `dm_`.
    public let keyPrefix: String
    /// The free plan first.
    public let plans: [Plan]

    /// - Parameter plans: at least one; the first is the plan of a new account and of accounts whose plan is not in the list.
    public init(keyPrefix: String, free: Plan, paid: [Plan]) {
        self.keyPrefix = keyPrefix
        plans = [free] + paid
    }

    /// The plan of that name, or the free one: a plan that was taken off the list must not lock anyone out.
    public func plan(named name: String) -> Plan { plans.first { $0.name == name } ?? plans[0] }
}

extension Plan {
    /// One limit of the plan.
    ///
    /// - Returns: 0 when the plan does not name it, so that a misspelt limit is noticed at once.
    public func limit(_ name: String) -> Int { limits[name] ?? 0 }
}
