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
