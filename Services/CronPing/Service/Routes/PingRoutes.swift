import Accounts
import Database
import Timekeeping
import HTTPCore
import HTTPTypes
import Hummingbird

/// Where jobs report, as in healthchecks' ping API, so that its clients work here: short answers in plain text.
///
/// Source: https://healthchecks.io/docs/http_api/
struct PingRoutes: Sendable {
    let store: CronPingStore
    let now: @Sendable () -> Timestamp

    func add(to group: RouterGroup<ServiceContext>) {
        // HEAD comes with GET.
        for method in [HTTPRequest.Method.get, .post] {
            group.on("{token}", method: method) { request, context in
                try await receive(request, context, .success)
            }
            group.on("{token}/{signal}", method: method) { request, context in
                do {
                    return try await receive(request, context, PingSignal(pathComponent: context.parameter("signal")))
                } catch PingSignal.Refusal.exitStatusOutOfRange {
                    return Response.text(.badRequest, "invalid url format")
                } catch PingSignal.Refusal.unknown {
                    return Self.notFound
                }
            }
        }
    }

    private func receive(_ request: Request, _ context: ServiceContext, _ signal: PingSignal) async throws -> Response {
        let query = QueryReader(request)
        let run = query.string("rid")
        let runID = run.flatMap(CanonicalUUID.init)
        guard !query.hasFaults, run == nil || runID != nil else { return Response.text(.badRequest, "invalid uuid format") }
        // Whoever guesses texts that cannot be tokens does not get as far as the writer.
        guard let token = CanonicalUUID(try context.parameter("token")) else { return Self.notFound }
        let body = try await request.start(ofBody: Ping.bodyLimit, readingUpTo: context.maxBodyBytes)
        let ping = Ping(
            signal: signal,
            runID: runID?.text,
            // Behind the body: how a job is now is what it said last, not what it began to say last.
            receivedAt: now(),
            method: request.method.rawValue,
            remoteAddress: context.clientAddress?.description,
            userAgent: request.headers[.userAgent].map { String($0.unicodeScalars.prefix(Ping.userAgentLimit)) },
            body: body.bytes.isEmpty ? nil : body.bytes
        )
        guard let accountID = try await store.record(ping, token: token.text, now: now) else { return Self.notFound }
        store.accounts.usage.count(UsageAction.ping, for: accountID, at: ping.receivedAt)
        return Response.text(.ok, "OK", headers: body.isComplete ? Self.accepted : Self.acceptedAndClosing)
    }

    private static var notFound: Response { Response.text(.notFound, "not found") }

    private static let accepted: HTTPFields = {
        var fields: HTTPFields = [.accessControlAllowOrigin: "*"]
        // Healthchecks' clients cut their bodies to it.
        if let name = HTTPField.Name("Ping-Body-Limit") { fields[name] = String(Ping.bodyLimit) }
        return fields
    }()

    /// For a body that was too long to be read to its end.
    private static let acceptedAndClosing: HTTPFields = {
        var fields = accepted
        fields[.connection] = "close"
        return fields
    }()
}
