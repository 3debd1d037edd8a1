import HTTPCore

/// What a product does when an account is erased: deletes in steps what is too much for the one transaction in which the account's row goes
/// and takes with it what refers to it, and forgets what it has in memory.
///
/// Called once or more for an account, also after a restart: must be repeatable. Before every step it looks whether its task is cancelled
/// (`try Task.checkCancellation()`), or the service could not stop; the next start goes on with what is left. Nobody can authenticate for
/// the account any more, but a request that began before may still be under way.
public typealias Erase = @Sendable (_ accountID: Int64) async throws -> Void

/// What a product does at once when an account is gone for everybody: forgets what it has of it in memory. Called once or more for an
/// account, before ``Erase``, which may come much later.
public typealias Forget = @Sendable (_ accountID: Int64) -> Void

extension Accounts {
    /// Erases an account with all that it owns, so that nothing of it is found in the file any more, freed pages included.
    ///
    /// In steps, each of which may be the last before the process dies: ``finishErasures(_:forget:purging:)`` goes on where the file says.
    /// 1. The account is gone for everybody: its keys are deleted, its address is free, and memory forgets it.
    /// 2. What is much is deleted little by little: stored answers, what the product keeps, rows of the original.
    /// 3. The account's row goes, with all that refers to it, and a purge of the file is owed.
    /// 4. The file is purged, if that is not too soon after the last time (``PurgeBudget``) and nothing prevents it; else later.
    ///
    /// Throws `Problem.unauthorized` (401) for an account that is gone already, and 503 while somebody else is erasing it; what the product
    /// or the file throws after the first step is made up for later.
    public func erase(_ accountID: Int64, _ product: Erase, forget: Forget = { _ in }) async throws {
        try await beginErasure(of: accountID, forget: forget)
        try await completeErasure(of: accountID, product)
    }

    /// Goes on with erasures that could not be completed, because the process ended, the disk was full, or it was too early for a purge.
    ///
    /// Costs two reads through an index when there are none.
    ///
    /// - Parameters:
    ///   - forget: what the product's memory forgets before all else. Default: nothing.
    ///   - purging: whether the file may be purged now. Default: yes.
    public func finishErasures(_ product: Erase, forget: Forget = { _ in }, purging: Bool = true) async throws {
        var failure: (any Error)?
        var page = try unfinishedErasures(after: nil)
        while let last = page.last {
            for erasure in page {
                try Task.checkCancellation()
                do {
                    try await goOn(with: erasure, product, forget)
                } catch {
                    // The others go all the same.
                    failure = failure ?? error
                }
            }
            page = try unfinishedErasures(after: last)
        }
        if purging { try await purgeErased() }
        if let failure { throw failure }
    }

    /// The first step of ``erase(_:_:forget:)``, which is quick. When it returns, the account is claimed, and ``completeErasure(of:_:)``
    /// has to follow.
    func beginErasure(of accountID: Int64, forget: Forget = { _ in }) async throws {
        guard erasures.claim(accountID) else { throw Problem.overloaded() }
        do {
            try await disown(accountID)
        } catch {
            erasures.release(accountID)
            throw error
        }
        forgetKeys(of: accountID)
        forget(accountID)
    }

    /// The other steps.
    func completeErasure(of accountID: Int64, _ product: Erase) async throws {
        defer { erasures.release(accountID) }
        try await eraseRows(of: accountID, product)
        // What prevents it now is left to the next round of the upkeep, which says so if it lasts.
        try? await purgeErased()
    }

    private func goOn(with erasure: UnfinishedErasure, _ product: Erase, _ forget: Forget) async throws {
        // Somebody else is at it.
        guard erasures.claim(erasure.accountID) else { return }
        defer { erasures.release(erasure.accountID) }
        forget(erasure.accountID)
        try await eraseRows(of: erasure.accountID, product)
    }

    private func eraseRows(of accountID: Int64, _ product: Erase) async throws {
        // First: whoever repeats the sign-up with its idempotency key would be given a key that is gone.
        try await deleteAnswers(to: accountID)
        try await product(accountID)
        try await OriginalRows(of: accountID, in: database)?.delete()
        try await deleteRow(of: accountID)
    }
}
