public import HTTPCore
public import Hummingbird

/// Lets only requests with a valid key through, and tells the routes behind it who calls.
public struct RequireKey: RouterMiddleware {
    /// The one context of all products.
    public typealias Context = ServiceContext

    private let accounts: Accounts

    /// - Parameter accounts: whose keys are accepted.
    public init(_ accounts: Accounts) { self.accounts = accounts }

    /// Passes the request on with its identity, or throws the 401.
    public func handle(
        _ request: Request,
        context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.identity = try accounts.authenticate(request.headers)
        return try await next(request, context)
    }
}
