public import HTTPCore
import Hummingbird

extension ServiceRouter {
    /// `POST /api/v1/signup`: an e-mail address in, an account with its first key out. No key needed.
    ///
    /// Limited by client address and by e-mail address, so that nobody fills the file or tries out addresses.
    ///
    /// - Parameters:
    ///   - perClient: sign-ups an hour from one client address. Default: 60.
    ///   - perEmail: sign-ups an hour for one e-mail address. Default: 5.
    ///   - provision: what the product makes for a new account.
    public func addSignUp(
        to accounts: Accounts,
        limiter: RateLimiter,
        perClient: Int = 60,
        perEmail: Int = 5,
        provision: @escaping Accounts.Provision
    ) {
        let perClient = RateLimit("signup", quota: perClient, windowSeconds: 3_600)
        let perEmail = RateLimit("signup-email", quota: perEmail, windowSeconds: 3_600)
        let route = SignUpRoute(accounts: accounts, limiter: limiter, perEmail: perEmail, provision: provision)
        group("/api/v1").add(middleware: RateLimitMiddleware(limiter, perClient)).post("signup") { request, context in
            try await route.answer(request, context)
        }
    }
}

/// Makes an account, or says that the address is taken. Only the answer says which: the time is the same, because more people see that than
/// see the answer, such as whoever watches the connection or has a browser of somebody else's send the form.
private struct SignUpRoute: Sendable {
    /// Before this time after the request was read, neither answer goes out: longer than both take on a disk that keeps up, so that what
    /// differs (the rows, the product's provision) does not show. On a slower disk the time is that of a commit, which both wait for: one.
    private static let floor = Duration.milliseconds(25)

    let accounts: Accounts
    let limiter: RateLimiter
    let perEmail: RateLimit
    let provision: Accounts.Provision

    func answer(_ request: Request, _ context: ServiceContext) async throws -> Response {
        // Stays nil for an answer that is repeated under its idempotency key.
        var earliest: ContinuousClock.Instant?
        do {
            let response = try await accounts.create(request, context) { request in
                let email = try await emailAddress(request, context)
                earliest = ContinuousClock.now + Self.floor
                let account = try NewAccount(email, in: accounts, provision: provision)
                return Creation { connection in
                    guard let (accountID, json) = try account.insert(in: connection) else { return .refusal(NewAccount.emailTaken) }
                    var answer = Answer.json(.created, json)
                    answer.accountID = accountID
                    return answer
                }
            }
            await wait(until: earliest)
            return response
        } catch let problem as Problem where problem.code == .emailTaken {
            await wait(until: earliest)
            throw problem
        }
    }

    /// Reads the address, and counts the try.
    private func emailAddress(_ request: Request, _ context: ServiceContext) async throws -> EmailAddress {
        let reader = ObjectReader(try await request.jsonBody(context))
        // Not held to any rule here: whatever is no address, or missing, is a malformed one to the people who call this.
        let input = reader.value("email")?.stringValue ?? ""
        try reader.finish()
        // Parsed before it is counted: however it is written, an address has one bucket, and what is no address has none.
        let email = try EmailAddress(signingUp: input)
        let decision = limiter.take(perEmail, key: email.key)
        guard decision.isAllowed else { throw perEmail.problem(decision) }
        return email
    }

    private func wait(until instant: ContinuousClock.Instant?) async {
        guard let instant else { return }
        // Cut short when the service stops; then the answer goes out at once.
        try? await Task.sleep(until: instant, clock: .continuous)
    }
}
