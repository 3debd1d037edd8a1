import Cryptography
import Database
public import HTTPCore
import HTTPTypes
public import Hummingbird
import Logging
import Timekeeping

extension Accounts {
    /// Answers a request that creates: every POST that makes something goes through here, so that all of them know `Idempotency-Key`.
    ///
    ///     group.post("monitors") { request, context in
    ///         try await accounts.create(request, context) { request in
    ///             let input = try MonitorInput(await request.jsonBody(context))
    ///             return Creation { connection in .json(.created, try store.insert(input, in: connection).json) }
    ///         }
    ///     }
    ///
    /// Without the field, the effect is written and answered. With it, the answer is stored for 24 hours in the same transaction as the
    /// effect, so that there is never one without the other. The same key with the same request is then given the stored answer with
    /// `Idempotent-Replayed: true`. An error has no effect and is not stored: the request may be tried again.
    ///
    /// The answer, which may hold a new API key, is sealed with the `Idempotency-Key`, which stands nowhere. That protects as well as the
    /// key is hard to guess: clients should use a UUID. An answer that belongs to no account is not stored, and an account has only so
    /// many.
    ///
    /// - Parameters:
    ///   - request: with its body still to be read.
    ///   - context: with the identity, if the route has one. Keys of different accounts are different keys; without an account, keys from
    ///     different addresses are.
    ///   - variant: what decides about the answer beside method, path and body, such as the media type that was asked for. Default: nothing.
    ///   - prepare: reads and checks the request that it is given, whose body is still to be read, and gives the effect. Not called when
    ///     the answer is there already.
    /// - Returns: the answer of the effect, or the stored one.
    /// - Throws: what `prepare` and the effect throw. 401 for an account that was erased since the request began. With an
    ///   `Idempotency-Key`: 400 `invalid_input` for a wrong one; 422 `idempotency_key_reused` for one of another request; 409
    ///   `idempotency_key_in_use` while the first request is running; 409 `conflict` if the stored answer cannot be read; 429
    ///   `rate_limited` if the account has as many stored answers as it may have.
    public func create(
        _ request: Request,
        _ context: ServiceContext,
        variant: String = "",
        _ prepare: (Request) async throws -> Creation
    ) async throws -> Response {
        let accountID = context.identity?.accountID
        guard let key = try IdempotencyKey(request.headers) else {
            return try await carryOut(prepare(request), for: nil, by: accountID)
        }
        // All of the body first: whoever sends it slowly does not keep the key from another try on a better line.
        let body = try await request.bytes(upTo: context.maxBodyBytes)
        var complete = request
        complete.body = RequestBody(buffer: body)
        let named = await NamedRequest(request, key: key, of: context.idempotencyKeyOwner, variant: variant, body: body)

        let isAlone = runningCreations.enter(named.hash)
        // Not before the write has ended, also when the client is gone and this task is cancelled: the write is carried out all the same,
        // and `database.write` returns only after it.
        defer { if isAlone { runningCreations.leave(named.hash) } }
        // Also when it is not alone: the other one may have written its answer already, or only be fetching it, too.
        if let response = try await replay(named, context) { return response }
        guard isAlone else { throw Problem.idempotencyKeyInUse }
        return try await carryOut(prepare(complete), for: named, by: accountID)
    }

    /// The stored answer to a request, or `nil` if there is none.
    private func replay(_ request: NamedRequest, _ context: ServiceContext) async throws -> Response? {
        guard let stored = try storedAnswer(to: request) else { return nil }
        guard Digest(hex: stored.fingerprint) == request.fingerprint else { throw Problem.idempotencyKeyReused }
        // It may be gone by now, if it was at the end of its time.
        guard let sealed = try await sealedAnswer(stored, to: request) else { return nil }
        guard let answer = await request.open(sealed) else {
            // The file is damaged, or another version of this program wrote the row in a form of its own.
            context.logger.error("a stored answer cannot be read")
            throw Problem.storedAnswerLost
        }
        var response = answer.response
        response.headers[.idempotentReplayed] = "true"
        return response
    }

    /// Writes the effect, and the answer if the request has a name, in one transaction.
    ///
    /// It does not look for a stored answer a second time. One process has the file, so nobody else writes the row; in this process a
    /// creation with this key had to leave ``RunningCreations`` before this one could enter, which it does after its write; and this one
    /// looked after it had entered.
    private func carryOut(_ creation: Creation, for request: NamedRequest?, by accountID: Int64?) async throws -> Response {
        let now = now()
        let answer = try await database.write { [self] connection in
            if let accountID {
                // It may be erased by now, and nothing may be made for it any more.
                _ = try plan(of: accountID, in: connection)
                if request != nil { try Self.checkRoomForAnswer(of: accountID, at: now, in: connection) }
            }
            let answer = try creation.effect(connection)
            // Of an account, so that erasing the account erases its answers.
            if let request, answer.problem == nil, let owner = accountID ?? answer.accountID {
                try Self.store(answer, to: request, of: owner, until: now.adding(seconds: Self.answerSeconds), in: connection)
            }
            return answer
        }
        if let problem = answer.problem { throw problem }
        await creation.committed()
        return answer.response
    }
}
