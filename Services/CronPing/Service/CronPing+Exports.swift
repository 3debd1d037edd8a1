package import Accounts
import HTTPCore
import ServiceKit

extension CronPing {
    /// An account's monitors as the API shows them, and the pings that are remembered of them.
    package var exports: [ExportSection] {
        let (store, baseURL, now) = (self.store, environment.configuration.baseURL, environment.now)
        return [
            ExportSection("monitors") { connection, accountID, after, limit in
                let (monitors, hasMore) = try store.monitors(of: accountID, after: after, limit: limit, in: connection)
                let rows = monitors.map { JSONValue.object($0.json(baseURL: baseURL, now: now())) }
                return (rows: rows, last: hasMore ? monitors.last?.rowID : nil)
            },
            ExportSection("pings") { connection, accountID, after, limit in
                try store.exportedPings(of: accountID, after: after, limit: limit, in: connection)
            },
        ]
    }
}
