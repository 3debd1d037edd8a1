import Database
import Timekeeping

extension VaultStore {
    /// Captures erased in one transaction. Few, because a body may be of ten megabytes and the other writes wait meanwhile.
    private static let eraseStep = 50

    /// Erases what is past its time: captures, and endpoints with all that they have captured. Ends between two steps when its task is
    /// cancelled.
    func eraseExpired(at now: Timestamp) async throws {
        // Unlike an erasure, which a cancelled task must not begin, each round does its first step.
        while try await eraseExpiredCaptures(at: now) == Self.eraseStep { try Task.checkCancellation() }
        let endpoints: [Int64] = try database.read { connection in
            try connection.all("SELECT id FROM endpoints WHERE expires_at <= ? ORDER BY expires_at LIMIT 1000", now) { try $0["id"] }
        }
        for endpoint in endpoints { try await erase(endpoint: endpoint) }
    }

    private func eraseExpiredCaptures(at now: Timestamp) async throws -> Int {
        try await database.write { connection in
            try connection.execute(
                "DELETE FROM captures WHERE id IN (SELECT id FROM captures WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)",
                now,
                Self.eraseStep
            )
        }
    }

    /// Erases all endpoints of an account with all that they have captured. May be called again for what is left, which there is when its
    /// task is cancelled: then it ends between two steps.
    func eraseEndpoints(of accountID: Int64) async throws {
        for endpoint in try await expireEndpoints(of: accountID) { try await erase(endpoint: endpoint) }
    }

    /// Lets all endpoints of an account expire, so that nobody captures into them any more. At the beginning of time, so that a clock that
    /// is set back does not bring them back.
    ///
    /// - Returns: their row numbers, those included that had expired before.
    func expireEndpoints(of accountID: Int64) async throws -> [Int64] {
        try await database.write { connection in
            try connection.execute("UPDATE endpoints SET expires_at = ? WHERE account_id = ?", Timestamp(milliseconds: 0), accountID)
            return try connection.all("SELECT id FROM endpoints WHERE account_id = ? ORDER BY id", accountID) { try $0["id"] }
        }
    }

    /// Erases an expired endpoint, its captures first.
    private func erase(endpoint id: Int64) async throws {
        try await database.write(inStepsOf: Self.eraseStep) { connection, step in
            try connection.execute(
                "DELETE FROM captures WHERE id IN (SELECT id FROM captures WHERE endpoint_id = ? ORDER BY number LIMIT ?)",
                id,
                step
            )
        }
        try await database.write { try $0.execute("DELETE FROM endpoints WHERE id = ?", id) }
    }
}
