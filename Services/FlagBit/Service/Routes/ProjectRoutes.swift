import Accounts
import Database
import Timekeeping
import HTTPCore
import HTTPTypes
import Hummingbird

/// An account's projects.
struct ProjectRoutes: Sendable {
    let store: FlagBitStore
    let live: LiveFlags
    let baseURL: String
    let now: @Sendable () -> Timestamp

    func add(to group: RouterGroup<ServiceContext>) {
        group.post { request, context in try await create(request, context) }
        group.get { request, context in try list(request, context) }
        group.get("{project}") { _, context in try details(context) }
        group.delete("{project}") { _, context in try await delete(context) }
    }

    private func create(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let accountID = try context.requireIdentity().accountID
        let reader = ObjectReader(try await request.jsonBody(context))
        let name = reader.requiredString("name", length: 1...200)
        reader.checkPlain(name, at: reader.path.member("name"))
        try reader.finish()
        let (project, key) = try await store.createProject(named: name, for: accountID, at: now())
        live.projectChanged(project.id)
        var answer = project.json
        answer["sdk_key"] = .string(key.text)
        answer["message"] = "Save your SDK key — it won't be shown again."
        return Response.json(.created, .object(answer), headers: [.location: "\(baseURL)/api/v1/projects/\(project.id)"])
    }

    private func list(_ request: Request, _ context: ServiceContext) throws -> Response {
        let accountID = try context.requireIdentity().accountID
        let query = QueryReader(request)
        let page = ListPage(query)
        try query.finish()
        let (projects, hasMore) = try store.database.read { try store.projects(of: accountID, page, in: $0) }
        return .list(
            "projects",
            projects.map { .object($0.json) },
            next: hasMore ? projects.last?.id : nil,
            at: "\(baseURL)/api/v1/projects",
            query: request.uri.query
        )
    }

    private func details(_ context: ServiceContext) throws -> Response {
        let (id, accountID) = (try context.projectID(), try context.requireIdentity().accountID)
        guard let project = try store.database.read({ try store.project(id, of: accountID, in: $0) }) else { throw Project.missing }
        return Response.json(.ok, .object(project.json))
    }

    private func delete(_ context: ServiceContext) async throws -> Response {
        let id = try context.projectID()
        guard try await store.deleteProject(id, of: context.requireIdentity().accountID) else { throw Project.missing }
        live.projectChanged(id)
        return Response.noContent()
    }
}

extension ServiceContext {
    /// The project's id in the path.
    ///
    /// - Throws: 404 for what is no id, as for one that nobody has.
    func projectID() throws(Problem) -> Int64 {
        guard let id = Int64(try parameter("project")) else { throw Project.missing }
        return id
    }
}
