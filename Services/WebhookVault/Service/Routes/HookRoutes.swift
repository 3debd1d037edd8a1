import Accounts
import Database
import HTTPCore
import Hummingbird
import Timekeeping

/// Where webhooks are sent. Any method, any path below, any content.
struct HookRoutes: Sendable {
    let store: VaultStore
    let now: @Sendable () -> Timestamp

    func add(to router: ServiceRouter) {
        router.any("/hook/{token}") { request, context in try await receive(request, context) }
        router.any("/hook/{token}/**") { request, context in try await receive(request, context) }
    }

    private func receive(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let receivedAt = now()
        guard let hook = try store.hook(context.parameter("token"), at: receivedAt) else { throw Self.missing }
        let body = try await body(of: request, upTo: hook.plan.bodyBytes)
        let arrival = Arrival(
            receivedAt: receivedAt,
            clientAddress: context.clientAddress?.description,
            head: context.rawHead.map { Array($0.readableBytesView) } ?? [],
            body: try? body.get()
        )
        let captureID = try arrival.makePublicID()
        guard try await store.capture(arrival, by: hook, as: captureID, now: now) else { throw Self.missing }
        // Now that it is on the disk. In memory: the route is the busiest there is, see ``UsageAction/capture``.
        if let accountID = hook.accountID { store.accounts.usage.count(UsageAction.capture, for: accountID, at: receivedAt) }
        // A request whose body is too large is kept as far as its head goes, and refused all the same.
        _ = try body.get()
        return hook.response.response(captureID: captureID)
    }

    private func body(of request: Request, upTo limit: Int) async throws -> Result<[UInt8], Problem> {
        do {
            return .success(Array(try await request.bytes(upTo: limit).readableBytesView))
        } catch let problem as Problem where problem.code == .payloadTooLarge {
            return .failure(problem)
        }
    }

    private static let missing = Problem.notFound("There is no endpoint at this address, or it has expired.")
}
