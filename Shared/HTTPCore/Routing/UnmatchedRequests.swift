import HTTPTypes
import Hummingbird

/// Answers for a path that has no routes.
///
/// A middleware, because that is what Hummingbird's router lets stand in for its own 404. Added after the last route, it sees no other requests.
struct NotFound: RouterMiddleware {
    typealias Context = ServiceContext

    let metrics: RouteMetrics

    func handle(
        _ request: Request,
        context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        context.record.route = metrics
        throw Problem.notFound()
    }
}

extension HTTPRequest.Method {
    /// Every method that the parser lets through (llhttp's list for HTTP), so that 405 can be told from 404 for all of them.
    static let parseable: [HTTPRequest.Method] = [
        "ACL", "BIND", "CHECKOUT", "CONNECT", "COPY", "DELETE", "GET", "HEAD", "LINK", "LOCK", "M-SEARCH", "MERGE", "MKACTIVITY",
        "MKCALENDAR", "MKCOL", "MOVE", "NOTIFY", "OPTIONS", "PATCH", "POST", "PROPFIND", "PROPPATCH", "PURGE", "PUT", "QUERY", "REBIND",
        "REPORT", "SEARCH", "SOURCE", "SUBSCRIBE", "TRACE", "UNBIND", "UNLINK", "UNLOCK", "UNSUBSCRIBE",
    ].compactMap { HTTPRequest.Method($0) }
}
