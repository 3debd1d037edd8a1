import HTTPCore

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

extension Plan {
    /// One limit of the plan.
    ///
    /// - Returns: 0 when the plan does not name it, so that a misspelt limit is noticed at once.
    public func limit(_ name: String) -> Int { limits[name] ?? 0 }

    /// All limits for an answer, in the order of their names.
    var limitsJSON: JSONObject {
        JSONObject(limits.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.integer($0.value)) })
    }
}
