import Accounts
import Cryptography
import HTTPCore
import HTTPTypes
import Hummingbird
import Timekeeping

/// Lets requests with an SDK key in, and counts what they get.
///
/// Each request that is answered with what flags give counts as one evaluation of the project's account, whatever its quota. It is counted
/// in memory and written every few seconds and when the service stops: what was counted since the last time is lost when the process is
/// killed (`kill -9`, a power cut). A write for each of them would cost more than the evaluation.
struct SDKKeyGate: Sendable {
    let live: LiveFlags
    let accounts: Accounts
    let limiter: RateLimiter
    /// Of requests without a valid SDK key, for each address. Those with one have none.
    let limit: RateLimit

    /// The project of the SDK key that a request carries.
    ///
    /// - Throws: `Problem`: what ``refusal(of:)`` says, counted by the client's address, or `rate_limited` (429).
    func project(for request: Request, _ context: ServiceContext) throws -> LiveProject {
        if let project = try project(of: Accounts.key(in: request.headers)) { return project }
        // A gateway before the service may want `Authorization` for itself. Without that field, this key was the one above.
        if request.headers.contains(.authorization), let project = try project(of: request.headers.value(of: .apiKey)) { return project }
        throw limiter.counted(try refusal(of: request), against: limit, context)
    }

    /// The time of an evaluation.
    var now: Timestamp { accounts.now() }

    /// Counts a request that is answered.
    func countEvaluation(of project: LiveProject) {
        accounts.usage.count(Quota.evaluations.action, for: project.accountID, at: now)
    }

    private func project(of key: String?) throws -> LiveProject? {
        guard let key, !key.isEmpty else { return nil }
        return try live.project(ofKey: SHA256.digest(of: key))
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
