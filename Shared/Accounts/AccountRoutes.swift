import Database
public import HTTPCore
import HTTPTypes
public import Hummingbird
import Timekeeping

/// What an account is told about itself: `GET account` and `GET usage`.
///
/// Both have what was counted in memory written first, so that they know of everything that was answered before they were asked. Many who
/// ask at the same time share that write. Where it fails, on a full disk for one, they answer with what is in the file.
public struct AccountRoutes: Sendable {
    private let accounts: Accounts

    /// - Parameter accounts: whose routes they are.
    public init(_ accounts: Accounts) { self.accounts = accounts }

    /// Adds them.
    ///
    /// - Parameter group: `/api/v1`, behind ``RequireKey``.
    public func add(to group: RouterGroup<ServiceContext>) {
        group.get("account") { _, context in try await account(context) }
        group.get("usage") { request, context in try await usage(request, context) }
    }

    private func account(_ context: ServiceContext) async throws -> Response {
        let accountID = try context.requireIdentity().accountID
        await accounts.freshenUsage()
        let now = accounts.now()
        let summary = try accounts.database.read { try accounts.summary(of: accountID, at: now, in: $0) }
        return Response.json(.ok, .object(summary))
    }

    private func usage(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let accountID = try context.requireIdentity().accountID
        let query = QueryReader(request)
        let range = UsageRange(query, today: CalendarDay(of: accounts.now()))
        try query.finish()
        await accounts.freshenUsage()
        let report = try await accounts.database.scan { try accounts.usageReport(for: accountID, range, in: $0) }
        return Response.json(.ok, .object(report))
    }
}
