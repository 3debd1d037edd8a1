package import Accounts
import HTTPCore

extension WebhookVault {
    /// An account's endpoints as the API shows them, and what they have captured, bodies included.
    package var exports: [ExportSection] {
        [
            ExportSection("endpoints") { [store, baseURL] connection, accountID, after, limit in
                let endpoints = try store.endpoints(of: accountID, after: after, count: limit, at: store.accounts.now(), in: connection)
                let rows = endpoints.map { $0.json(baseURL: baseURL) }
                return (rows: rows, last: endpoints.count < limit ? nil : endpoints.last?.rowID)
            },
            ExportSection("captures") { [store, baseURL] connection, accountID, after, limit in
                try store.exportedCaptures(of: accountID, after: after, limit: limit, baseURL: baseURL, in: connection)
            },
        ]
    }
}
