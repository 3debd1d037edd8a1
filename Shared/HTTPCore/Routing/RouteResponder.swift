import Hummingbird
import Logging

/// A route's responder, which notes that the route has matched.
struct RouteResponder<Base: HTTPResponder<ServiceContext>>: HTTPResponder {
    let base: Base
    let metrics: RouteMetrics

    func respond(to request: Request, context: ServiceContext) async throws -> Response {
        context.record.route = metrics
        do {
            return try await base.respond(to: request, context: context)
        } catch let error as any HTTPResponseError {
            // Hummingbird's router would turn these into answers of its own form.
            guard let problem = Problem(error) else {
                context.logger.error("request failed", metadata: ["error": "\(error)", "route": "\(metrics.route)"])
                throw Problem.internalError
            }
            throw problem
        }
    }
}
