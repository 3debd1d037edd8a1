public import HTTPCore
public import Hummingbird

/// Tells the routes behind it who calls, where a request carries a key, and lets requests without one through.
///
/// A key that is there is held to all that ``RequireKey`` asks of it, except that `read` is enough for every method: what needs no key
/// changes nothing.
public struct RecognizeKey: RouterMiddleware {
    /// The one context of all products.
    public typealias Context = ServiceContext

    private let requireKey: RequireKey

    /// - Parameter requireKey: whose keys are accepted, and how many of their requests; its scope does not matter.
    public init(_ requireKey: RequireKey) { self.requireKey = requireKey.asking(for: .read) }

    /// Passes the request on, with its identity if it carries a key, or throws what ``RequireKey`` throws.
    public func handle(
        _ request: Request,
        context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        guard Accounts.key(in: request.headers) != nil else { return try await next(request, context) }
        return try await requireKey.handle(request, context: context, next: next)
    }
}
