import Accounts
import Database
import HTTPCore
import HTTPTypes
import Hummingbird

/// The segments of a project. A change is what the next evaluation sees once it is answered.
struct SegmentRoutes: Sendable {
    let store: FlagBitStore
    let live: LiveFlags
    let baseURL: String

    func add(to group: RouterGroup<ServiceContext>) {
        group.post { request, context in try await create(request, context) }
        group.get { request, context in try await list(request, context) }
        group.get("{key}") { _, context in try details(context) }
        group.put("{key}") { request, context in try await update(request, context) }
        group.delete("{key}") { _, context in try await delete(context) }
    }

    private func create(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (projectID, accountID) = (try context.projectID(), try context.requireIdentity().accountID)
        return try await store.accounts.create(request, context) { request in
            let body = try await request.jsonBody(context)
            let draft = try await offEventLoop { () throws in try SegmentDraft(body) }
            let now = store.accounts.now()
            return Creation(committed: { await offEventLoop { live.segmentChanged(draft.key, in: projectID) } }) { connection in
                let segment = try store.insertSegment(draft, in: projectID, of: accountID, at: now, connection)
                return Answer.json(.created, segment.json, headers: [.location: "\(address(of: projectID))/\(segment.key)"])
            }
        }
    }

    private func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (projectID, accountID) = (try context.projectID(), try context.requireIdentity().accountID)
        let query = QueryReader(request)
        let page = ListPage(query)
        try query.finish()
        // Segments may be long, and a hundred of them take a while to read and to write.
        return try await store.database.scan { connection in
            let (segments, hasMore) = try store.segments(in: projectID, of: accountID, page, connection)
            return .list(
                "segments",
                segments.map(\.json),
                next: hasMore ? segments.last?.rowID : nil,
                at: address(of: projectID),
                query: request.uri.query
            )
        }
    }

    private func details(_ context: ServiceContext) throws -> Response {
        let (projectID, accountID) = (try context.projectID(), try context.requireIdentity().accountID)
        let key = try context.parameter("key")
        return Response.json(.ok, try store.database.read { try store.existingSegment(key, in: projectID, of: accountID, $0) }.json)
    }

    private func update(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (projectID, accountID) = (try context.projectID(), try context.requireIdentity().accountID)
        let key = try context.parameter("key")
        let body = try await request.jsonBody(context)
        let change = try await offEventLoop { () throws in try SegmentChange(body) }
        let segment = try await store.updateSegment(key, in: projectID, of: accountID, with: change, at: store.accounts.now())
        await offEventLoop { live.segmentChanged(key, in: projectID) }
        return Response.json(.ok, segment.json)
    }

    private func delete(_ context: ServiceContext) async throws -> Response {
        let (projectID, accountID) = (try context.projectID(), try context.requireIdentity().accountID)
        let key = try context.parameter("key")
        try await store.deleteSegment(key, in: projectID, of: accountID)
        await offEventLoop { live.segmentChanged(key, in: projectID) }
        return Response.noContent()
    }

    private func address(of projectID: Int64) -> String { "\(baseURL)/api/v1/projects/\(projectID)/segments" }
}
