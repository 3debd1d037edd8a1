import Accounts
import Cryptography
import Database
import HTTPCore
import Timekeeping

extension DocuMintStore {
    /// Keeps an invoice that is given out, with the request that it was made from.
    func insert(_ invoice: IssuedInvoice, _ request: StoredRequest, for accountID: Int64, in connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO invoices (
                account_id, public_id, issued_at, media_type, sha256, type, number, buyer, currency, net_total, tax_total, total,
                amount_due, request, logo_id
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            accountID,
            invoice.publicID,
            invoice.issuedAt,
            invoice.mediaType,
            invoice.sha256,
            invoice.type,
            invoice.number,
            invoice.buyer,
            invoice.currency,
            invoice.totals.net,
            invoice.totals.tax,
            invoice.totals.total,
            invoice.totals.due,
            request.text,
            try logo(request.logo, of: accountID, in: connection)
        )
    }

    /// The row of a logo, which is made if there is none with these bytes yet.
    private func logo(_ dataURI: String?, of accountID: Int64, in connection: Connection) throws -> Int64? {
        guard let dataURI else { return nil }
        let hash = SHA256.digest(of: dataURI.utf8).hex
        let known: Int64? = try connection.first(
            "SELECT id FROM logos WHERE account_id = ? AND sha256 = ?",
            accountID,
            hash
        ) { try $0["id"] }
        if let known { return known }
        return try connection.first(
            "INSERT INTO logos (account_id, sha256, data_uri) VALUES (?, ?, ?) RETURNING id",
            accountID,
            hash,
            dataURI
        ) { try $0["id"] }
    }

    /// A page of an account's invoices, the newest first, and whether there are more.
    func invoices(of accountID: Int64, _ page: ListPage, in connection: Connection) throws -> ([IssuedInvoice], hasMore: Bool) {
        let found = try connection.all(
            """
            SELECT id, public_id, issued_at, media_type, sha256, type, number, buyer, currency, net_total, tax_total, total, amount_due
            FROM invoices WHERE account_id = ? AND id < ? ORDER BY id DESC LIMIT ?
            """,
            accountID,
            page.position ?? .max,
            page.limit + 1
        ) { try IssuedInvoice($0) }
        return (Array(found.prefix(page.limit)), found.count > page.limit)
    }

    /// An account's invoice, or `nil` if it is not there or another account's.
    func invoice(_ publicID: String, of accountID: Int64, in connection: Connection) throws -> IssuedInvoice? {
        try connection.first(
            """
            SELECT id, public_id, issued_at, media_type, sha256, type, number, buyer, currency, net_total, tax_total, total, amount_due
            FROM invoices WHERE public_id = ? AND account_id = ?
            """,
            publicID,
            accountID
        ) { try IssuedInvoice($0) }
    }

    /// The request that an invoice was made from.
    func request(of invoice: IssuedInvoice, in connection: Connection) throws -> StoredRequest? {
        try connection.first(
            "SELECT request, data_uri FROM invoices LEFT JOIN logos ON logos.id = logo_id WHERE invoices.id = ?",
            invoice.rowID
        ) { StoredRequest(text: try $0["request"], logo: try $0["data_uri"]) }
    }
}
