import Database
import HTTPCore

extension DocuMintStore {
    /// So many invoices go out together: a request may have a megabyte.
    private static let exportStep = 5
    /// So many invoices are deleted in one transaction, so that other writes need not wait long.
    private static let erasureStep = 200

    /// Some invoices of an account in the order in which they were made, with the requests that they were made from.
    func exportedInvoices(of accountID: Int64, after rowID: Int64, limit: Int, baseURL: String, in connection: Connection) throws
        -> (rows: [JSONValue], last: Int64?)
    {
        let count = min(limit, Self.exportStep)
        let found = try connection.all(
            """
            SELECT invoices.id, public_id, issued_at, media_type, invoices.sha256, type, number, buyer, currency, net_total, tax_total, total,
                amount_due, request, data_uri
            FROM invoices LEFT JOIN logos ON logos.id = logo_id
            WHERE invoices.account_id = ? AND invoices.id > ? ORDER BY invoices.id LIMIT ?
            """,
            accountID,
            rowID,
            count
        ) { (try IssuedInvoice($0), StoredRequest(text: try $0["request"], logo: try $0["data_uri"])) }
        let rows = try found.map { invoice, request in
            var row = invoice.json(baseURL: baseURL)
            row["request"] = try request.json
            return JSONValue.object(row)
        }
        return (rows: rows, last: found.count < count ? nil : found.last?.0.rowID)
    }

    /// Deletes all invoices of an account, of which there may be many. Its logos, which are few, go with its row.
    func deleteInvoices(of accountID: Int64) async throws {
        try await database.write(inStepsOf: Self.erasureStep) { connection, step in
            try connection.execute(
                "DELETE FROM invoices WHERE id IN (SELECT id FROM invoices WHERE account_id = ? LIMIT ?)",
                accountID,
                step
            )
        }
    }
}
