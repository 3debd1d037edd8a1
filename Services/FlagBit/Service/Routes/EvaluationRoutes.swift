import Accounts
import Cryptography
import FlagRules
import HTTPCore
import HTTPTypes
import Hummingbird

/// What flags answer: for an SDK key, from memory.
///
/// Each request that is answered with what flags give counts as one evaluation of the project's account, whatever its quota. It is counted
/// in memory and written every few seconds and when the service stops: what was counted since the last time is lost when the process is
/// killed (`kill -9`, a power cut). A write for each of them would cost more than the evaluation.
struct EvaluationRoutes: Sendable {
    let live: LiveFlags
    let accounts: Accounts
    let limiter: RateLimiter
    /// Of requests without a valid SDK key, for each address. Those with one have none.
    let limit: RateLimit

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
        let project = try project(for: request, context)
        let asked = try EvaluationRequest(await request.jsonBody(context), takesKeys: true)
        var answers = JSONObject()
        for key in asked.keys ?? project.flagKeys {
            answers[key] = project.flags[key].map { .object($0.answer(in: asked.context)) }
        }
        return counted(["flags": .object(answers)], of: project)
    }

    private func evaluateOne(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let project = try project(for: request, context)
        let key = try context.parameter("key")
        let asked = try EvaluationRequest(await request.jsonBody(context), takesKeys: false)
        // Checked first because comparing any text from outside may take long.
        guard CompiledFlag.isValid(key: key), let flag = project.flags[key] else { throw Flag.missing }
        var answer: JSONObject = ["key": .string(key)]
        for (name, value) in flag.answer(in: asked.context) { answer[name] = value }
        return counted(answer, of: project)
    }

    private func counted(_ answer: JSONObject, of project: LiveProject) -> Response {
        accounts.usage.count(Quota.evaluations.action, for: project.accountID, at: accounts.now())
        return Response.json(.ok, .object(answer))
    }

    /// The project of the SDK key that a request carries.
    ///
    /// - Throws: `Problem`: what ``refusal(of:)`` says, counted by the client's address, or `rate_limited` (429).
    private func project(for request: Request, _ context: ServiceContext) throws -> LiveProject {
        if let key = Accounts.key(in: request.headers), let project = try live.project(ofKey: SHA256.digest(of: key)) { return project }
        throw limiter.counted(try refusal(of: request), against: limit, context)
    }

    /// What is wrong with a request without a valid SDK key: `invalid_api_key` (401); `insufficient_scope` (403) for an API key, which
    /// manages flags and does not evaluate them: it has no project.
    private func refusal(of request: Request) throws -> Problem {
        do {
            _ = try accounts.authenticate(request.headers)
        } catch let problem as Problem where problem.code == .unauthorized {
            return .sdkKeyNeeded
        }
        return Problem(
            .insufficientScope,
            "This is the account's API key. Flags are evaluated with the SDK key of a project (fbsdk_…).",
            headers: [.wwwAuthenticate: "Bearer error=\"insufficient_scope\", scope=\"evaluate\""]
        )
    }
}

extension Problem {
    /// 401: no key, or one that nobody has.
    fileprivate static var sdkKeyNeeded: Problem {
        var problem = Problem.unauthorized
        problem.detail = "Send the SDK key of a project (fbsdk_…) in the header field \"Authorization: Bearer <key>\"."
        return problem
    }
}
