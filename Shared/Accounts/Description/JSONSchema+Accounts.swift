public import HTTPCore

extension JSONSchema {
    /// An API key of a product.
    static func apiKey(_ policy: AccountPolicy) -> JSONSchema { string(pattern: "^\(policy.keyPrefix)[0-9A-Za-z]{36}$") }

    /// An address that mail can be sent to.
    static let email = string(3...254, format: "email")

    /// What `QueryReader.day` reads.
    static let day = anyOf(string(format: "date"), string(format: "date-time"), integer(-62_167_219_200...253_402_300_799))

    /// The limits of a plan by their names, for the answers of a product.
    public static func limits(of policy: AccountPolicy) -> JSONSchema {
        let names = policy.plans[0].limits.keys.sorted()
        return object(names.map { .required($0, integer(0...9_007_199_254_740_991)) })
    }

    /// What is used of the quotas and of what may be owned, and what is counted without a limit.
    static func usage(of policy: AccountPolicy) -> JSONSchema {
        let counts: [Property] = [
            .required("used", integer(0...)), .required("limit", integer(0...)), .required("remaining", integer(0...)),
        ]
        let window: [Property] = [
            .required("window", choice("day", "month"), "The calendar's, in UTC."),
            .required("over_limit", boolean, "Whether more was used than the plan has."),
            .required("resets_at", timestamp),
        ]
        let quotas = policy.quotas.map { Property.required($0.action, object(counts + window)) }
        let holdings = policy.holdings.map { Property.required($0.name, object(counts)) }
        let unlimited: [Property] = [
            .required("used", integer(0...)), .required("window", choice("month"), "The calendar's, in UTC."),
            .required("resets_at", timestamp),
        ]
        let counted = policy.counted.map { Property.required($0, object(unlimited), "Counted, without a limit.") }
        return object(quotas + holdings + counted)
    }
}
