import Accounts
import Database
import HTTPCore
import HTTPTypes
import Hummingbird

/// An account's projects.
struct ProjectRoutes: Sendable {
    let store: FlagBitStore
    let live: LiveFlags
    let baseURL: String

    func add(to group: RouterGroup<ServiceContext>) {
        group.post { request, context in try await create(request, context) }
        group.get { request, context in try list(request, context) }
        group.get("{project}") { _, context in try details(context) }
        group.delete("{project}") { _, context in try await delete(context) }
    }

    private func create(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let accountID = try context.requireIdentity().accountID
        return try await store.accounts.create(request, context) { request in
            let name = try Self.name(in: try await request.jsonBody(context))
            let key = try APIKey(prefix: SDKKey.prefix)
            let now = store.accounts.now()
            return Creation { connection in
                answer(try store.createProject(named: name, key, for: accountID, at: now, in: connection), key)
            }
        }
    }

    private static func name(in body: JSONValue) throws(InvalidInput) -> String {
        let reader = ObjectReader(body)
        let name = reader.requiredString("name", length: 1...200)
        reader.checkPlain(name, at: reader.path.member("name"))
        try reader.finish()
        return name
    }

    /// The only answer that has the SDK key in it.
    private func answer(_ project: Project, _ key: APIKey) -> Answer {
        var members = project.json
        members["sdk_key"] = .string(key.text)
        members["message"] = "Save your SDK key — it won't be shown again."
        return Answer.json(.created, .object(members), headers: [.location: "\(baseURL)/api/v1/projects/\(project.id)"])
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
        let text = try parameter("project")
        // A project has one address: neither `+1` nor `01` is another one. As bytes, because the text comes from outside.
        guard let id = Int64(text), String(id).utf8.elementsEqual(text.utf8) else { throw Project.missing }
        return id
    }
}
