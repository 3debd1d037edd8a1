import FlagRules
import HTTPCore
import HTTPTypes
import Hummingbird

/// What flags answer: for an SDK key, from memory.
struct EvaluationRoutes: Sendable {
    let gate: SDKKeyGate

    func add(to group: RouterGroup<ServiceContext>) {
        group.post { request, context in try await evaluate(request, context) }
        group.post("{key}") { request, context in try await evaluateOne(request, context) }
        for path in ["", "{key}"] as [RouterPath] {
            group.on(path, method: .options) { _, _ in AllowAnyOrigin.preflight }
        }
    }

    /// All flags, or those that are asked for. A flag that is asked for and does not exist is not in the answer: it must not take the
    /// others with it.
    private func evaluate(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let project = try gate.project(for: request, context)
        let asked = try EvaluationRequest(await request.jsonBody(context), takesKeys: true, at: gate.now)
        let isExplained = try Self.isExplained(request)
        let snapshot = project.snapshot
        let answer = await snapshot.evaluating(for: request, isHeavy: isExplained) {
            var answer = EvaluationAnswer(snapshot.rules, in: asked.context, isExplained: isExplained)
            let flags = asked.keys.map { $0.compactMap { snapshot.parts.flags[$0] } } ?? snapshot.flags
            let members = JSONObject(flags.map { ($0.flag.key, .object(answer.members(of: $0.flag))) })
            var whole: JSONObject = ["flags": .object(members)]
            whole["segments"] = answer.segments
            return JSONValue.object(whole)
        }
        return counted(answer, of: project)
    }

    private func evaluateOne(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let project = try gate.project(for: request, context)
        let key = try context.parameter("key")
        let asked = try EvaluationRequest(await request.jsonBody(context), takesKeys: false, at: gate.now)
        let isExplained = try Self.isExplained(request)
        let snapshot = project.snapshot
        // Checked first because comparing any text from outside may take long.
        guard CompiledFlag.isValid(key: key), let flag = snapshot.parts.flags[key]?.flag else { throw Flag.missing }
        let answer = await snapshot.evaluating(for: request, isHeavy: isExplained) {
            var answer = EvaluationAnswer(snapshot.rules, in: asked.context, isExplained: isExplained)
            var whole: JSONObject = ["key": .string(key)]
            for (name, value) in answer.members(of: flag) { whole[name] = value }
            whole["segments"] = answer.segments
            return JSONValue.object(whole)
        }
        return counted(answer, of: project)
    }

    /// Whether the query asks why (`explain=true`).
    private static func isExplained(_ request: Request) throws -> Bool {
        // Most requests have none, and reading it would cost them as much as the evaluation.
        guard request.uri.query != nil else { return false }
        let query = QueryReader(request)
        let isExplained = query.boolean("explain", default: false)
        try query.finish()
        return isExplained
    }

    private func counted(_ answer: JSONValue, of project: LiveProject) -> Response {
        gate.countEvaluation(of: project)
        return Response.json(.ok, answer)
    }
}
