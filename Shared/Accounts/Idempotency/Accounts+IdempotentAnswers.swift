import Cryptography
import Database
import HTTPCore
import Timekeeping

/// The table `idempotent_answers`.
extension Accounts {
    /// How long an answer is kept, in seconds: a day.
    static let answerSeconds: Int64 = 86_400
    /// So many answers of an account are kept at the most.
    static let answerLimit = 10_000
    /// With so many bytes in all, no further answer of an account is kept: 512 MiB, which is ``answerLimit`` invoices of 50 KB.
    static let answerByteLimit = 512 << 20
    /// How many old answers one transaction deletes. Few, because one may hold a PDF and the other writes wait meanwhile.
    private static let sweepStep = 50

    /// What is known of an answer in the file without reading it.
    struct StoredAnswer: Sendable {
        let fingerprint: String
        /// Of the sealed answer, in bytes.
        let size: Int
    }

    /// What was answered to the request that has the same name, if it is not past its time.
    func storedAnswer(to request: NamedRequest) throws -> StoredAnswer? {
        try database.first(
            "SELECT fingerprint, size FROM idempotent_answers WHERE hash = ? AND expires_at > ?",
            request.hash.hex,
            now()
        ) { row in StoredAnswer(fingerprint: try row["fingerprint"], size: try row["size"]) }
    }

    /// The answer itself, as it was sealed; `nil` if it has gone since.
    func sealedAnswer(_ stored: StoredAnswer, to request: NamedRequest) async throws -> [UInt8]? {
        let hash = request.hash.hex
        guard stored.size > NamedRequest.bytesAtOnce else {
            return try database.read { try Self.sealedAnswer(hash, fingerprint: stored.fingerprint, in: $0) }
        }
        return try await database.scan { try Self.sealedAnswer(hash, fingerprint: stored.fingerprint, in: $0) }
    }

    private static func sealedAnswer(_ hash: String, fingerprint: String, in connection: Connection) throws -> [UInt8]? {
        try connection.first(
            // With the fingerprint, because the row may be another request's by now.
            "SELECT answer FROM idempotent_answers WHERE hash = ? AND fingerprint = ?",
            hash,
            fingerprint
        ) { try $0["answer"] }
    }

    /// Checks that one more answer of an account may be stored. To be called in the transaction that stores it.
    ///
    /// Reads an index and nothing else, of which it goes through the account's part: half a millisecond at the limit.
    ///
    /// - Throws: `Problem` `rate_limited` (429)
    static func checkRoomForAnswer(of accountID: Int64, at now: Timestamp, in connection: Connection) throws {
        let found = try connection.first(
            """
            SELECT count(*) AS number, coalesce(sum(size), 0) AS bytes, min(expires_at) AS first_end
            FROM idempotent_answers WHERE account_id = ? AND expires_at > ?
            """,
            accountID,
            now
        ) { row -> (number: Int, bytes: Int, firstEnd: Timestamp?) in
            (number: try row["number"], bytes: try row["bytes"], firstEnd: try row["first_end"])
        }
        guard let found, let firstEnd = found.firstEnd else { return }
        guard found.number < answerLimit, found.bytes < answerByteLimit else {
            throw Problem.tooManyStoredAnswers(until: firstEnd, at: now)
        }
    }

    /// Stores an answer in the transaction of its effect, in the place of one that is past its time and not deleted yet.
    ///
    /// Sealed here, on the writer's thread, since the answer is known no earlier: that takes a millisecond per megabyte at most, and
    /// writing as much to the file takes longer.
    static func store(
        _ answer: Answer,
        to request: NamedRequest,
        of accountID: Int64,
        until expiry: Timestamp,
        in connection: Connection
    ) throws {
        let sealed = try request.seal(answer)
        try connection.execute(
            """
            INSERT INTO idempotent_answers (hash, account_id, fingerprint, answer, size, expires_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (hash) DO UPDATE SET account_id = excluded.account_id, fingerprint = excluded.fingerprint,
                answer = excluded.answer, size = excluded.size, expires_at = excluded.expires_at
            """,
            request.hash.hex,
            accountID,
            request.fingerprint.hex,
            sealed,
            sealed.count,
            expiry
        )
    }

    /// Deletes the answers that are past their time, in steps, between which it looks whether its task is cancelled.
    func sweepIdempotentAnswers() async throws {
        let now = now()
        // An idle service writes nothing.
        let isAnyExpired = try database.first("SELECT 1 AS one FROM idempotent_answers WHERE expires_at <= ? LIMIT 1", now) {
            try $0["one"] as Int
        }
        guard isAnyExpired != nil else { return }
        try await database.write(inStepsOf: Self.sweepStep) { connection, step in
            try connection.execute(
                """
                DELETE FROM idempotent_answers WHERE id IN
                    (SELECT id FROM idempotent_answers WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)
                """,
                now,
                step
            )
        }
    }
}
