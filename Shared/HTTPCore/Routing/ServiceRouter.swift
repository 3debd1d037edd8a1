public import HTTPTypes
public import Hummingbird

/// The routes of a service: Hummingbird's router, which in addition answers `HEAD` for every `GET`, answers 405 with `Allow` instead of 404
/// for a known path, counts by route, and knows the list of its routes.
///
/// Everything that Hummingbird offers on routers and groups works (`get`, `post`, `group`, `add(middleware:)`).
public final class ServiceRouter: RouterMethods {
    /// The one context of all products.
    public typealias Context = ServiceContext

    /// A route as declared.
    public struct Route: Sendable, Hashable {
        /// The method, or `nil` if the route takes any.
        public let method: HTTPRequest.Method?
        /// The path, such as `/api/v1/monitors/{id}`.
        public let path: String
    }

    /// All routes in the order of their declaration, without the `HEAD` routes that come with `GET`.
    public private(set) var routes: [Route] = []

    private let router = Router(context: ServiceContext.self)
    private let metrics: MetricsRegistry
    private var paths: [String: KnownPath] = [:]

    /// A router without routes.
    ///
    /// - Parameter metrics: Where requests are counted as `http_requests_total{method,route,status}` and `http_request_duration_seconds{method,route}`.
    public init(metrics: MetricsRegistry = MetricsRegistry()) {
        self.metrics = metrics
    }

    /// Adds a route.
    @discardableResult public func on<Responder: HTTPResponder>(
        _ path: RouterPath,
        method: HTTPRequest.Method,
        responder: Responder
    ) -> Self where Responder.Context == ServiceContext {
        routes.append(Route(method: method, path: path.description))
        paths[path.description, default: KnownPath(path: path)].responders[method] = CallbackResponder(callback: responder.respond)
        router.on(path, method: method, responder: counted(responder, method.rawValue, path))
        return self
    }

    /// Adds a route that takes every method for which there is no route of its own.
    @discardableResult public func any(
        _ path: RouterPath,
        use handler: @Sendable @escaping (Request, ServiceContext) async throws -> some ResponseGenerator
    ) -> Self {
        routes.append(Route(method: nil, path: path.description))
        paths[path.description, default: KnownPath(path: path)].fallback = CallbackResponder { request, context in
            try await handler(request, context).response(from: request, context: context)
        }
        return self
    }

    /// Adds a middleware for all routes that are declared after it.
    @discardableResult public func add(middleware: any MiddlewareProtocol<Request, Response, ServiceContext>) -> Self {
        router.add(middleware: middleware)
        return self
    }

    /// The responder of all routes declared so far. To be called once, after the last of them.
    func build() -> RouterResponder<ServiceContext> {
        for known in paths.values { answerRemainingMethods(of: known) }
        router.add(middleware: NotFound(metrics: RouteMetrics(method: "any", route: RouteMetrics.unmatched, registry: metrics)))
        return router.buildResponder()
    }

    private func answerRemainingMethods(of known: KnownPath) {
        var known = known
        if known.responders[.head] == nil, known.fallback == nil, let get = known.responders[.get] {
            router.on(known.path, method: .head, responder: counted(get, "HEAD", known.path))
            known.responders[.head] = get
        }
        let allowed = known.responders.keys.sorted { $0.rawValue < $1.rawValue }
        let fallback =
            known.fallback ?? CallbackResponder { request, _ in throw Problem.methodNotAllowed(request.method, allowed: allowed) }
        for method in HTTPRequest.Method.parseable where known.responders[method] == nil {
            // One label for the methods that are refused: which of them was tried is of no interest.
            router.on(
                known.path,
                method: method,
                responder: counted(fallback, known.fallback == nil ? "other" : method.rawValue, known.path)
            )
        }
    }

    private func counted<Base>(_ responder: Base, _ method: String, _ path: RouterPath) -> RouteResponder<Base> {
        RouteResponder(base: responder, metrics: RouteMetrics(method: method, route: path.description, registry: metrics))
    }
}

/// A path that has routes.
private struct KnownPath {
    let path: RouterPath
    var responders: [HTTPRequest.Method: CallbackResponder<ServiceContext>] = [:]
    /// Answers the methods that are not among ``responders``.
    var fallback: CallbackResponder<ServiceContext>?
}
