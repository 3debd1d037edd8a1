import HTTPCore
import HTTPTypes
import Hummingbird

/// Lets the pages of any web site read the answers (CORS): what allows an evaluation is the key in the request, never a cookie.
///
/// Source: https://fetch.spec.whatwg.org/#http-cors-protocol
struct AllowAnyOrigin: RouterMiddleware {
    typealias Context = ServiceContext

    /// The answer to a browser that asks beforehand (`OPTIONS`).
    static var preflight: Response {
        Response.noContent(headers: [
            .accessControlAllowMethods: "POST, OPTIONS",
            .accessControlAllowHeaders: "Authorization, X-API-Key, Content-Type",
            .accessControlMaxAge: "86400",
        ])
    }

    func handle(_ request: Request, context: ServiceContext, next: @concurrent (Request, ServiceContext) async throws -> Response)
        async throws -> Response
    {
        do {
            var response = try await next(request, context)
            Self.allow(in: &response.headers)
            return response
        } catch {
            guard var problem = Problem(error) else { throw error }
            Self.allow(in: &problem.headers)
            throw problem
        }
    }

    private static func allow(in headers: inout HTTPFields) {
        headers[.accessControlAllowOrigin] = "*"
        headers[.accessControlExposeHeaders] = "Retry-After, X-Request-Id"
    }
}
