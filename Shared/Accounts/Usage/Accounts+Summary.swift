import Database
import HTTPCore
import Timekeeping

extension Accounts {
    /// The account with its plan, what it has used of that, and when its usage begins anew.
    ///
    /// Throws `Problem.unauthorized` (401) for an account that has been erased meanwhile.
    func summary(of accountID: Int64, at now: Timestamp, in connection: Connection) throws -> JSONObject {
        let account = try connection.first("SELECT email, created_at FROM accounts WHERE id = ? AND erased_at IS NULL", accountID) {
            (email: try $0["email"] as String, createdAt: try $0["created_at"] as Timestamp)
        }
        guard let account else { throw Problem.unauthorized }
        let plan = try plan(of: accountID, in: connection)
        var usage = JSONObject()
        for quota in policy.quotas {
            let used = try used(quota, by: accountID, at: now, in: connection)
            usage[quota.action] = .object(quota.json(used: used, limit: plan.limit(quota.limit), at: now))
        }
        for holding in policy.holdings {
            let used = try holding.count(connection, accountID, now)
            usage[holding.name] = .object(Self.json(used: used, limit: plan.limit(holding.limit)))
        }
        for action in policy.counted {
            let used = try UsageRows.count(of: action, by: accountID, in: Quota.Window.month.period(at: now), connection)
            usage[action] = .object(Quota.Window.month.json(used: used, at: now))
        }
        let window = policy.quotas.first?.window ?? .month
        return [
            "email": .string(account.email),
            "plan": .string(plan.name),
            "price": .integer(plan.price),
            "created_at": .string(account.createdAt.rfc3339),
            "limits": .object(plan.limitsJSON),
            "usage": .object(usage),
            "resets_at": .string(window.resetsAt(after: now).rfc3339),
        ]
    }

    /// What an account did on the days of a range, line by line and in all.
    func usageReport(for accountID: Int64, _ range: UsageRange, in connection: Connection) throws -> JSONObject {
        let days = try UsageRows.daily(by: accountID, from: range.from, through: range.through, in: connection)
        // What the product counts is there even where it is nothing, so that programs need not ask whether it is.
        var totals = Dictionary((policy.quotas.map(\.action) + policy.counted).map { ($0, 0) }) { first, _ in first }
        for day in days { totals[day.action, default: 0] += day.count }
        let period: JSONObject = [
            "from": .string(range.from.description),
            "to": .string(range.through.description),
            "totals": .object(JSONObject(totals.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.integer($0.value)) })),
        ]
        // Always whole, and still a list like all others.
        return ["data": .array(days.map(\.json)), "next_cursor": .null, "period": .object(period)]
    }

    fileprivate static func json(used: Int, limit: Int) -> JSONObject {
        ["used": .integer(used), "limit": .integer(limit), "remaining": .integer(max(0, limit - used))]
    }
}

extension UsageRows.Daily {
    fileprivate var json: JSONValue { ["date": .string(date), "action": .string(action), "count": .integer(count)] }
}

extension Quota {
    /// `over_limit` only where a product goes on beyond the limit; where it stops, usage ends at the limit.
    fileprivate func json(used: Int, limit: Int, at now: Timestamp) -> JSONObject {
        var members = Accounts.json(used: used, limit: limit)
        members["window"] = .string(window.rawValue)
        members["over_limit"] = .bool(used > limit)
        members["resets_at"] = .string(window.resetsAt(after: now).rfc3339)
        return members
    }
}

extension Quota.Window {
    /// What has no limit.
    fileprivate func json(used: Int, at now: Timestamp) -> JSONObject {
        ["used": .integer(used), "window": .string(rawValue), "resets_at": .string(resetsAt(after: now).rfc3339)]
    }
}
