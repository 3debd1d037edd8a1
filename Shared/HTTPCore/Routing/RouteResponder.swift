import Hummingbird

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
            throw Problem(error) ?? .internalError
        }
    }
}
