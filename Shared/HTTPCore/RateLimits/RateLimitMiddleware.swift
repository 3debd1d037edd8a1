public import Hummingbird

/// Applies a limit to the routes declared after it, and tells clients about it on every answer, refusals included. An error that is not for
/// clients passes as it is: the 500 that comes of it says nothing of limits.
///
///     router.group("/api/v1/cron").add(middleware: RateLimitMiddleware(limiter, RateLimit("cron", quota: 120, windowSeconds: 60)))
public struct RateLimitMiddleware: RouterMiddleware {
    /// The one context of all products.
    public typealias Context = ServiceContext

    private let limiter: RateLimiter
    private let limit: RateLimit
    private let fields: RateLimitFields
    private let key: @Sendable (Request, ServiceContext) -> String?

    /// A middleware that counts by key.
    ///
    /// - Parameter key: Whose bucket; `nil` lets a request pass uncounted. Default: the client's address (``IPAddress/limitKey``).
    public init(
        _ limiter: RateLimiter,
        _ limit: RateLimit,
        key: @escaping @Sendable (Request, ServiceContext) -> String? = { _, context in context.clientAddress?.limitKey }
    ) {
        self.limiter = limiter
        self.limit = limit
        fields = RateLimitFields(limit)
        self.key = key
    }

    /// Lets a request pass, or throws the 429.
    public func handle(
        _ request: Request,
        context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        guard let key = key(request, context) else { return try await next(request, context) }
        let decision = limiter.take(limit, key: key)
        guard decision.isAllowed else { throw limit.problem(decision) }
        do {
            var response = try await next(request, context)
            fields.append(decision, to: &response.headers)
            return response
        } catch {
            throw fields.adding(decision, to: error)
        }
    }
}
