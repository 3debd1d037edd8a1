import Database
import Timekeeping

/// The original's `usage(id, user_id, action, created_at)`: a row for each counted action.
enum OriginalUsage {
    /// What becomes two rows of `usage_counts`: that of the day, and a part of that of the month.
    private struct Count: Hashable {
        let accountID: Int64
        let action: String
        let day: CalendarDay
    }

    /// Counts what adopted users have used on each day and in each month, so that nobody's quota begins anew in the middle of one and their
    /// history goes on.
    ///
    /// The original's rows stay as they are. One without an action or a time that can be read is not counted.
    ///
    /// - Parameter accounts: ids of accounts by those of the users that they were adopted from, just now.
    static func adopt(of accounts: [Int64: Int64], in connection: Connection) throws {
        guard try isThere(in: connection) else { return }
        var counts: [Count: Int] = [:]
        // Once over the whole table, which has no index by user.
        try connection.each("SELECT user_id, action, created_at FROM usage") { row in
            guard case .integer(let user) = try row["user_id"] as Value, let accountID = accounts[user],
                case .text(let action) = try row["action"] as Value,
                let time = OriginalTime.timestamp(try row["created_at"])
            else { return }
            counts[Count(accountID: accountID, action: name(of: action), day: CalendarDay(of: time)), default: 0] += 1
        }
        for (count, number) in counts {
            try UsageRows.add(number, of: count.action, by: count.accountID, on: count.day, in: connection)
        }
    }

    /// Files of some of the originals have no such table.
    private static func isThere(in connection: Connection) throws -> Bool {
        let columns = try connection.first(
            "SELECT count(*) AS columns FROM pragma_table_info('usage') WHERE name IN ('user_id', 'action', 'created_at')"
        ) { try $0["columns"] as Int }
        return columns == 3
    }

    /// The name under which an action is counted here: the original's own, except where it can only be an invoice, which DocuMint counts as
    /// `invoice`.
    private static func name(of action: String) -> String {
        let words = action.lowercased().split { !$0.isLetter }.joined(separator: "_")
        return invoiceNames.contains(words) ? "invoice" : action
    }

    private static let invoiceNames: Set<String> = [
        "invoice", "invoices", "create_invoice", "created_invoice", "generate_invoice", "generated_invoice", "invoice_create",
        "invoice_created", "invoice_generate", "invoice_generated",
        // "/api/v1/invoice", which is not the demo's path.
        "api_v_invoice",
    ]
}
