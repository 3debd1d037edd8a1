public import HTTPCore
import HTTPTypes
public import Hummingbird
import Logging

/// `DELETE account`: erases the caller's account.
///
/// 204 when its rows are gone, and the file is purged of them if that can be done at once. 202 when that takes longer than a request
/// should, or something prevents it at the moment: the account is gone for everybody already, and the rest follows by itself.
public struct ErasureRoutes: Sendable {
    private let accounts: Accounts
    private let erase: Erase
    private let forget: Forget
    private let patience: Duration

    /// - Parameters:
    ///   - accounts: whose routes they are.
    ///   - erase: what the product does when an account is erased.
    ///   - forget: what the product's memory forgets at once.
    public init(_ accounts: Accounts, erase: @escaping Erase, forget: @escaping Forget) {
        // Half of what an answer may take, see ServerLimits.
        self.init(accounts, erase: erase, forget: forget, patience: .seconds(30))
    }

    /// - Parameter patience: how long the answer waits for the end.
    init(_ accounts: Accounts, erase: @escaping Erase, forget: @escaping Forget, patience: Duration) {
        self.accounts = accounts
        self.erase = erase
        self.forget = forget
        self.patience = patience
    }

    /// Adds it.
    ///
    /// - Parameter group: `/api/v1`, behind ``RequireKey``.
    public func add(to group: RouterGroup<ServiceContext>) {
        group.delete("account") { _, context in try await delete(context) }
    }

    private func delete(_ context: ServiceContext) async throws -> Response {
        let identity = try context.requireIdentity()
        // Asked here as well, so that no product lets go of an account because it forgot to ask.
        try identity.require(.admin)
        try await accounts.beginErasure(of: identity.accountID, forget: forget)
        let isComplete = await completes(identity.accountID, context.logger)
        return isComplete ? Response.noContent() : Response(status: .accepted)
    }

    /// Whether all is erased in time. It goes on after that, also when the client has left: the account cannot be given back.
    private func completes(_ accountID: Int64, _ logger: Logger) async -> Bool {
        let (outcomes, outcome) = AsyncStream<Bool>.makeStream()
        Task {
            do {
                try await accounts.completeErasure(of: accountID, erase)
                outcome.yield(true)
            } catch {
                logger.error("an erased account is not gone yet", metadata: ["account": "\(accountID)", "error": "\(error)"])
                outcome.yield(false)
            }
        }
        let timer = Task {
            // Cancelled when it is over before, and then nobody listens any more.
            try? await Task.sleep(for: patience)
            outcome.yield(false)
        }
        defer { timer.cancel() }
        return await outcomes.first { _ in true } ?? false
    }
}
