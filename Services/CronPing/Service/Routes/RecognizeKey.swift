import Accounts
import HTTPCore
import Hummingbird

/// Tells the routes behind it who calls, where a request carries a key, and lets requests without one through.
struct RecognizeKey: RouterMiddleware {
    typealias Context = ServiceContext

    private let accounts: Accounts

    init(_ accounts: Accounts) { self.accounts = accounts }

    func handle(_ request: Request, context: ServiceContext, next: @concurrent (Request, ServiceContext) async throws -> Response)
        async throws
        -> Response
    {
        guard Accounts.key(in: request.headers) != nil else { return try await next(request, context) }
        var context = context
        context.identity = try accounts.authenticate(request.headers)
        return try await next(request, context)
    }
}
