import Accounts
import Cryptography
import HTTPCore
import HTTPTypes
import Hummingbird

/// Tells whoever manages with an SDK key that it cannot, which a bare 401 would not. Stands before `RequireKey`, which counts the request
/// first, as it does those with wrong keys.
struct RefuseSDKKeys: RouterMiddleware {
    typealias Context = ServiceContext

    private let live: LiveFlags

    init(_ live: LiveFlags) { self.live = live }

    func handle(_ request: Request, context: ServiceContext, next: @concurrent (Request, ServiceContext) async throws -> Response)
        async throws -> Response
    {
        do {
            return try await next(request, context)
        } catch let problem as Problem where problem.code == .unauthorized {
            guard let key = Accounts.key(in: request.headers), key.utf8.starts(with: SDKKey.prefix.utf8),
                try live.project(ofKey: SHA256.digest(of: key)) != nil
            else { throw problem }
            throw Self.refusal(insteadOf: problem)
        }
    }

    private static func refusal(insteadOf problem: Problem) -> Problem {
        var headers = problem.headers
        headers[.wwwAuthenticate] = "Bearer error=\"insufficient_scope\""
        return Problem(
            .insufficientScope,
            "This is an SDK key, which can only evaluate flags. Use the account's API key (fb_…) here.",
            headers: headers
        )
    }
}
