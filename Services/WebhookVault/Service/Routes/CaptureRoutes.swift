import Database
import Timekeeping
import HTTPCore
import HTTPTypes
import Hummingbird

/// What an account's endpoints have captured.
struct CaptureRoutes: Sendable {
    /// Longer bodies are read from the file, and made into an answer, on a thread that may take its time.
    private static let shortBody = 65_536

    let store: VaultStore
    let baseURL: String
    let now: @Sendable () -> Timestamp

    func add(to group: RouterGroup<ServiceContext>) {
        group.get("endpoints/{token}/requests") { request, context in try await list(request, context) }
        group.get("requests/{id}") { _, context in try await details(context) }
        group.get("requests/{id}/raw") { _, context in try await raw(context) }
        group.delete("requests/{id}") { _, context in try await delete(context) }
    }

    private func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (token, accountID) = (try context.parameter("token"), try context.requireIdentity().accountID)
        let query = QueryReader(request)
        let (page, filter) = (ListPage(query), CaptureFilter(query))
        try query.finish()
        let address = "\(baseURL)/api/v1/endpoints/\(token)/requests"
        // A search may take a while, and a hundred long heads as well.
        return try await store.database.scan { [now = now()] connection in
            guard let endpoint = try store.endpoint(token, of: accountID, at: now, in: connection) else { throw EndpointRoutes.missing }
            let (found, next) = try store.captures(of: endpoint, page, filter, at: now, in: connection)
            return .list("data", found.map { .object($0.summary) }, next: next, at: address, query: request.uri.query)
        }
    }

    private func details(_ context: ServiceContext) async throws -> Response {
        try await answer(context) { capture, body in .json(.ok, .object(capture.details(body: body, baseURL: baseURL))) }
    }

    /// The body's bytes for a program or a disk, never for a browser to show: whoever sent them may have meant them to run.
    private func raw(_ context: ServiceContext) async throws -> Response {
        try await answer(context) { capture, body in
            guard let body else { throw Problem.notFound("The body was not kept, because it was larger than the plan allows.") }
            return .bytes(
                .ok,
                ByteBuffer(bytes: body),
                type: "application/octet-stream",
                headers: [
                    .contentDisposition: "attachment; filename=\"\(capture.publicID).bin\"",
                    .contentSecurityPolicy: CannedResponse.contentSecurityPolicy,
                ]
            )
        }
    }

    private func delete(_ context: ServiceContext) async throws -> Response {
        guard try await store.deleteCapture(context.parameter("id"), of: context.requireIdentity().accountID, at: now()) else {
            throw Self.missing
        }
        return Response.noContent()
    }

    /// What `make` says of the capture that a request names.
    private func answer(
        _ context: ServiceContext,
        _ make: @escaping @Sendable (Capture, _ body: [UInt8]?) throws -> Response
    ) async throws -> Response {
        let (id, accountID) = (try context.parameter("id"), try context.requireIdentity().accountID)
        let find: @Sendable (Connection) throws -> Capture = { [now = now()] connection in
            guard let capture = try store.capture(id, of: accountID, at: now, in: connection) else { throw Self.missing }
            return capture
        }
        let answer = try store.database.read { connection -> Response? in
            let capture = try find(connection)
            guard capture.bodySize ?? 0 <= Self.shortBody else { return nil }
            return try make(capture, store.body(of: capture, in: connection))
        }
        if let answer { return answer }
        return try await store.database.scan { connection in
            let capture = try find(connection)
            return try make(capture, store.body(of: capture, in: connection))
        }
    }

    private static let missing = Problem.notFound("There is no request with this id, or it is no longer kept.")
}
