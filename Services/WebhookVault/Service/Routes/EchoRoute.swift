import Timekeeping
import HTTPCore
import Hummingbird

/// Says what was sent. Any method, no key.
struct EchoRoute: Sendable {
    /// Longer bodies take more than a moment to be taken apart and written in base 64.
    private static let shortBody = 65_536

    let baseURL: String
    let now: @Sendable () -> Timestamp
    let limit: RateLimitMiddleware

    func add(to router: ServiceRouter) {
        router.any("/api/v1/echo") { request, context in
            try await limit.handle(request, context: context) { request, context in try await answer(request, context) }
        }
    }

    private func answer(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let body = Array(try await request.bytes(upTo: context.maxBodyBytes).readableBytesView)
        let head = CapturedHead(context.rawHead.map { Array($0.readableBytesView) } ?? [])
        let echo = Echo(head: head, body: body, origin: context.clientAddress?.description, receivedAt: now())
        let answer: @Sendable () -> Response = { .json(.ok, .object(echo.json(baseURL: baseURL))) }
        guard body.count > Self.shortBody else { return answer() }
        return await offEventLoop(answer)
    }
}
