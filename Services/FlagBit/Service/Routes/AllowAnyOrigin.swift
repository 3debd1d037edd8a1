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
            .accessControlAllowMethods: "GET, POST, OPTIONS",
            .accessControlAllowHeaders: "Authorization, X-API-Key, Content-Type, If-None-Match, Last-Event-ID",
            .accessControlMaxAge: "86400",
        ])
    }

    func handle(_ request: Request, context: ServiceContext, next: @concurrent (Request, ServiceContext) async throws -> Response)
        async throws -> Response
    {
        do {
            return Self.allowing(try await next(request, context))
        } catch {
            guard var problem = Problem(error) else { throw error }
            Self.allow(in: &problem.headers)
            throw problem
        }
    }

    /// The answer, readable for the pages of any site.
    static func allowing(_ response: Response) -> Response {
        var response = response
        allow(in: &response.headers)
        return response
    }

    private static func allow(in headers: inout HTTPFields) {
        headers[.accessControlAllowOrigin] = "*"
        headers[.accessControlExposeHeaders] = "ETag, Retry-After, X-Request-Id"
    }
}
