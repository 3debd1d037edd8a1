import Accounts
import Cryptography
import HTTPCore
import Hummingbird

/// Tells whoever manages with an SDK key that it cannot, which a bare 401 would not. Wrong keys are left to `RequireKey`.
struct RefuseSDKKeys: RouterMiddleware {
    typealias Context = ServiceContext

    private let live: LiveFlags

    init(_ live: LiveFlags) { self.live = live }

    func handle(_ request: Request, context: ServiceContext, next: @concurrent (Request, ServiceContext) async throws -> Response)
        async throws -> Response
    {
        if let key = Accounts.key(in: request.headers), key.utf8.starts(with: "fbsdk_".utf8),
            try live.project(ofKey: SHA256.digest(of: key)) != nil
        {
            throw Problem(.insufficientScope, "This is an SDK key, which can only evaluate flags. Use the account's API key (fb_…) here.")
        }
        return try await next(request, context)
    }
}
