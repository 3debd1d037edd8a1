import Database
public import HTTPCore
import HTTPTypes
public import Hummingbird
import Logging
import Timekeeping

/// `GET account/export`: all that the caller's account owns, as one JSON object that is sent while it is read.
///
/// Each page of it is read from a snapshot of its own, so that a slow client holds up nothing. What changes meanwhile is in it as it is
/// when its page is read: nothing that was there before and is there afterwards is missing.
public struct ExportRoutes: Sendable {
    private let accounts: Accounts
    private let product: String
    private let sections: [ExportSection]

    /// - Parameters:
    ///   - accounts: whose routes they are.
    ///   - product: the name of the product's executable, which is in the export and in the name of its file.
    ///   - sections: what the product keeps for an account, in order.
    public init(_ accounts: Accounts, product: String, sections: [ExportSection]) {
        self.accounts = accounts
        self.product = product
        self.sections = [ExportSection.keys, ExportSection.usage] + sections
    }

    /// Adds it.
    ///
    /// - Parameter group: `/api/v1`, behind ``RequireKey``.
    public func add(to group: RouterGroup<ServiceContext>) {
        group.get("account/export") { request, context in try await export(request, context) }
    }

    private func export(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let identity = try context.requireIdentity()
        // Asked here as well, so that no product gives all away because it forgot to ask.
        try identity.require(.admin)
        await accounts.freshenUsage()
        // Before the answer begins: what goes wrong now still has a status.
        let head = try head(of: identity.accountID)
        let export = AccountExport(of: identity.accountID, in: accounts, head: head, sections: sections, logger: context.logger)
        let isBodyWanted = request.method != .head
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/json",
                .contentDisposition: "attachment; filename=\"\(product)-export.json\"",
                .cacheControl: "no-store",
            ],
            body: ResponseBody { writer in
                var parts = export
                // An error breaks the connection off, so that what came of the export cannot look complete.
                while isBodyWanted, let part = try await parts.next() { try await writer.write(part) }
                try await writer.finish(nil)
            }
        )
    }

    /// What the export says before its lists.
    private func head(of accountID: Int64) throws -> JSONObject {
        let (email, plan, createdAt) = try accounts.database.read { connection in
            let plan = try accounts.plan(of: accountID, in: connection)
            let account = try connection.first("SELECT email, created_at FROM accounts WHERE id = ?", accountID) {
                (email: try $0["email"] as String, createdAt: try $0["created_at"] as Timestamp)
            }
            guard let account else { throw Problem.unauthorized }
            return (account.email, plan.name, account.createdAt)
        }
        return [
            "exported_at": .string(accounts.now().rfc3339),
            "product": .string(product),
            "account": ["email": .string(email), "plan": .string(plan), "created_at": .string(createdAt.rfc3339)],
        ]
    }
}
