public import HTTPCore
import HTTPTypes
import Hummingbird

extension ServiceRouter {
    /// `POST /api/v1/signup`: an e-mail address in, an account with its first key out. No key needed.
    ///
    /// Limited to 60 an hour from one client address and 5 an hour for one e-mail address, so that nobody fills the file or tries out
    /// addresses.
    ///
    /// - Parameter provision: what the product makes for a new account.
    public func addSignUp(to accounts: Accounts, limiter: RateLimiter, provision: @escaping Accounts.Provision) {
        let perClient = RateLimit("signup", quota: 60, windowSeconds: 3_600)
        let perEmail = RateLimit("signup-email", quota: 5, windowSeconds: 3_600)
        group("/api/v1").add(middleware: RateLimitMiddleware(limiter, perClient)).post("signup") { request, context in
            let reader = ObjectReader(try await request.jsonBody(context))
            // Not asked for here: an empty or missing address is a malformed one to the people who call this.
            let input = reader.string("email", length: 0...1_000) ?? ""
            try reader.finish()
            // Parsed before it is counted: however it is written, an address has one bucket, and what is no address has none.
            let email = try EmailAddress(signingUp: input)
            let decision = limiter.take(perEmail, key: email.key)
            guard decision.isAllowed else { throw perEmail.problem(decision) }
            return Response.json(.created, try await accounts.signUp(email: email, provision: provision))
        }
    }
}
