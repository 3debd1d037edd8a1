import HTTPTypes
public import Hummingbird
import Logging

extension RouterMethods where Context == ServiceContext {
    /// Adds `GET /healthz` (the process answers), `GET /readyz` (all checks pass, else 503 with the names of those that do not) and `GET /version`.
    ///
    /// - Parameter isLeaving: whether the service is about to stop. Then `/healthz` and `/readyz` answer 503, so that a proxy sends it nothing
    ///   more. Default: it never is.
    public func addHealthRoutes(version: ServiceVersion, checks: [ReadinessCheck], isLeaving: @escaping @Sendable () -> Bool = { false }) {
        let readiness = Readiness(checks: checks)
        get("/healthz") { _, _ in
            isLeaving()
                ? Response.json(.serviceUnavailable, ["status": "stopping"], headers: .uncached(retryAfter: 1))
                : Response.json(.ok, ["status": "ok"], headers: .uncached)
        }
        get("/readyz") { _, context in isLeaving() ? Readiness.answer([("staying", false)]) : await readiness.answer(context) }
        get("/version") { _, _ in Response.json(.ok, version.json, headers: .uncached) }
    }
}

/// Runs the checks of a service.
private struct Readiness: Sendable {
    let checks: [ReadinessCheck]
    /// What a check may take. A disk that hangs must not make the answer hang.
    let timeout = Duration.seconds(3)

    func answer(_ context: ServiceContext) async -> Response {
        let failed = await withTaskGroup(of: String?.self) { group in
            for check in checks { group.addTask { await passes(check, context) ? nil : check.name } }
            return await group.reduce(into: Set<String>()) { failed, name in if let name { failed.insert(name) } }
        }
        return Self.answer(checks.map { ($0.name, !failed.contains($0.name)) })
    }

    /// The answer for checks that passed and others that did not, by name.
    static func answer(_ checks: [(name: String, passed: Bool)]) -> Response {
        let results = checks.map { ($0.name, JSONValue.string($0.passed ? "ok" : "failed")) }
        let isReady = checks.allSatisfy(\.passed)
        let answer: JSONValue = ["status": isReady ? "ready" : "not_ready", "checks": .object(JSONObject(results))]
        return isReady
            ? .json(.ok, answer, headers: .uncached) : .json(.serviceUnavailable, answer, headers: .uncached(retryAfter: 5))
    }

    private func passes(_ check: ReadinessCheck, _ context: ServiceContext) async -> Bool {
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await check.run() }
                group.addTask {
                    try await Task.sleep(for: timeout)
                    throw CancellationError()
                }
                defer { group.cancelAll() }
                try await group.next()
            }
            return true
        } catch {
            context.logger.error("readiness check failed", metadata: ["check": "\(check.name)", "error": "\(error)"])
            return false
        }
    }
}

extension HTTPFields {
    /// An answer that holds only at this moment.
    fileprivate static var uncached: HTTPFields { [.cacheControl: "no-store"] }

    /// The same, for one that is better asked for again in some seconds.
    fileprivate static func uncached(retryAfter seconds: Int) -> HTTPFields {
        [.cacheControl: "no-store", .retryAfter: "\(seconds)"]
    }
}
