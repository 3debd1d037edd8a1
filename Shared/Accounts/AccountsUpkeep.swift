import Database
public import Logging
public import ServiceLifecycle

/// What the accounts do in the background: writes what was counted in memory, erases, and forgets what is past its time. Writes once more
/// at the stop, so that nothing that was counted is lost by a restart.
public struct AccountsUpkeep: Service {
    /// How often it does what.
    struct Pace: Sendable {
        /// Between two rounds. What was counted meanwhile is lost when the process is killed.
        var interval = Duration.seconds(5)
        /// What can wait longer is done in one round of so many.
        var slowRounds = 12
        /// For so long after the start nothing is purged that is left over. A purge may be what the process before ended at, and then the
        /// next one should answer requests before it begins with the same.
        var restAfterStart = Duration.seconds(60)
    }

    private let accounts: Accounts
    private let logger: Logger
    private let erase: Erase
    private let forget: Forget
    private let pace: Pace

    /// - Parameters:
    ///   - erase: what the product does when an account is erased.
    ///   - forget: what the product's memory forgets before that.
    public init(_ accounts: Accounts, logger: Logger, erase: @escaping Erase, forget: @escaping Forget) {
        self.init(accounts, logger: logger, pace: Pace(), erase: erase, forget: forget)
    }

    init(_ accounts: Accounts, logger: Logger, pace: Pace, erase: @escaping Erase, forget: @escaping Forget) {
        self.accounts = accounts
        self.logger = logger
        self.erase = erase
        self.forget = forget
        self.pace = pace
    }

    /// Goes on until the service stops.
    public func run() async throws {
        // Two things at a time, because an erasure may take long and what was counted must not wait for it.
        await withTaskCancellationOrGracefulShutdownHandler {
            await cancelWhenGracefulShutdown {
                await withTaskGroup(of: Void.self) { group in
                    group.addTask { await eraseInRounds() }
                    group.addTask { await writeInRounds() }
                }
            }
        } onCancelOrGracefulShutdown: {
            // At once: what the rounds are writing, and what is written below, would wait for it.
            accounts.database.abandonPurges()
        }
        await attempt("usage was not written") { try await accounts.flushUsage() }
        await attempt("the last use of keys was not written") { try await accounts.flushLastUses() }
    }

    private func eraseInRounds() async {
        let start = ContinuousClock.now
        while !Task.isCancelled {
            let isPurging = ContinuousClock.now - start >= pace.restAfterStart
            await attempt("erased accounts are not gone yet") {
                try await accounts.finishErasures(erase, forget: forget, purging: isPurging)
            }
            await rest()
        }
    }

    private func writeInRounds() async {
        var round = 0
        while !Task.isCancelled {
            await attempt("usage was not written") { try await accounts.flushUsage() }
            if round.isMultiple(of: pace.slowRounds) {
                await attempt("the last use of keys was not written") { try await accounts.flushLastUses() }
                await attempt("old idempotent answers were not deleted") { try await accounts.sweepIdempotentAnswers() }
            }
            round += 1
            await rest()
        }
    }

    private func rest() async {
        // Cut short when the service stops, which is no error.
        try? await Task.sleep(for: pace.interval)
    }

    /// What a full disk or a full queue prevents now is done in the next round.
    private func attempt(_ failure: Logger.Message, _ work: () async throws -> Void) async {
        do {
            try await work()
        } catch is CancellationError {
            // The service stops; the next start goes on.
        } catch DatabaseError.closed {
            // So it does, and has given up a purge.
        } catch {
            logger.error(failure, metadata: ["error": "\(error)"])
        }
    }
}
