public import HTTPCore
import HTTPTypes
public import Hummingbird

/// Lets only requests with a valid key through, as many as the limit allows, and tells the routes behind it who calls.
///
/// A valid key has a limit of its own. Requests with a missing or wrong one are counted by the client's address: a client gone wrong is
/// told to slow down, and nobody who has a valid key pays for it, not even from the same address. Every answer tells of the limit that it
/// was counted under, refusals included.
///
/// The limit is not what keeps anybody from guessing keys: a key is looked up before its request is counted, and a right one passes however
/// many wrong ones came before. What does is that a key holds 178 random bits (``APIKey``).
public struct RequireKey: RouterMiddleware {
    /// The one context of all products.
    public typealias Context = ServiceContext

    private let accounts: Accounts
    private let limiter: RateLimiter
    private let limit: RateLimit
    private let fields: RateLimitFields
    private var scope: Scopes?

    /// - Parameters:
    ///   - accounts: whose keys are accepted.
    ///   - limiter: where requests are counted.
    ///   - limit: for each key, and for each address without a valid one.
    ///   - scope: what the routes ask of a key. Default: `read` for `GET` and `HEAD`, `write` for all other methods.
    public init(_ accounts: Accounts, limiter: RateLimiter, limit: RateLimit, scope: Scopes? = nil) {
        self.accounts = accounts
        self.limiter = limiter
        self.limit = limit
        self.scope = scope
        fields = RateLimitFields(limit)
    }

    /// Passes the request on with its identity, or throws: 401, 403 `insufficient_scope`, or 429.
    public func handle(
        _ request: Request,
        context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        let key = try knownKey(request, context)
        var context = context
        // First of all, so that the log says whose request it was, whatever becomes of it.
        context.identity = key.identity
        let decision = limiter.take(limit, from: key.bucket)
        guard decision.isAllowed else { throw limit.problem(decision) }
        do {
            try key.identity.require(scope ?? Self.scope(for: request.method))
            var response = try await next(request, context)
            fields.append(decision, to: &response.headers)
            return response
        } catch {
            throw fields.adding(decision, to: error)
        }
    }

    /// The same, except that all methods ask for that scope.
    func asking(for scope: Scopes) -> RequireKey {
        var copy = self
        copy.scope = scope
        return copy
    }

    private func knownKey(_ request: Request, _ context: ServiceContext) throws -> KnownKey {
        do {
            return try accounts.knownKey(in: request.headers)
        } catch let problem as Problem {
            throw limiter.counted(problem, against: limit, context)
        }
    }

    private static func scope(for method: HTTPRequest.Method) -> Scopes {
        method == .get || method == .head ? .read : .write
    }
}
