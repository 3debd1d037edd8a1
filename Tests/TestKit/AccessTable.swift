import Accounts
import HTTPTypes
public import HTTPCore
public import ServiceKit

/// Asks every operation of a product with every kind of key, and compares what comes back with what the description says of its access.
public struct AccessTable<P: Product> {
    /// Who asks.
    public enum Caller: String, Sendable, CaseIterable {
        /// Without a key.
        case nobody
        /// With a key that never was one.
        case wrongKey
        /// With a key that was revoked.
        case revokedKey
        /// With a key of the account that may only read.
        case reader
        /// With one that may also write.
        case writer
        /// With the account's first key.
        case admin
        /// With the first key of another account.
        case stranger
    }

    /// A cell that is not as the description says.
    public struct Deviation: Sendable, CustomStringConvertible {
        let operation: String
        let caller: Caller
        let expected: Int
        let found: Int
        let body: String

        /// The cell, what was expected and what was found.
        public var description: String { "\(operation) by \(caller): expected \(expected), found \(found): \(body)" }
    }

    private let operation: HTTPCore.Operation
    private let all: [HTTPCore.Operation]

    /// - Parameter operation: the row of the table.
    public init(_ operation: HTTPCore.Operation) {
        self.operation = operation
        all = P.api(at: "").operations
    }

    /// The rows of the product: what asks for a key.
    public static var operations: [HTTPCore.Operation] { P.api(at: "").operations.filter { $0.access != .open } }

    /// The status that a caller gets.
    public func expectedStatus(for caller: Caller) -> Int {
        let success = operation.expectedStatus
        switch (operation.access, caller) {
        case (.open, _), (.optionalKey, .nobody): return success
        case (_, .nobody), (_, .wrongKey), (_, .revokedKey): return 401
        // Keys of accounts do not evaluate flags; the SDK key of another project finds nothing of this one's.
        case (.sdkKey, .stranger): return ownsPath ? 404 : success
        case (.sdkKey, .admin): return success
        case (.sdkKey, .reader), (.sdkKey, .writer): return 403
        case (.key, .stranger): return ownsPath ? 404 : success
        case (.key(let scope), .reader): return scope == .read ? success : 403
        case (.key(let scope), .writer): return scope == .admin ? 403 : success
        case (.key, .admin), (.optionalKey, _): return success
        }
    }

    /// Whether the path names something that belongs to an account.
    private var ownsPath: Bool { operation.path.contains("{") }

    /// Fills the row: the callers that are refused first, on one service, because they must change nothing for those that follow; then each of
    /// the others on a service of its own, because the first of them may use up what it asks for.
    public func deviations() async throws -> [Deviation] {
        let refused = Caller.allCases.filter { expectedStatus(for: $0) >= 400 }
        var served = Caller.allCases.filter { expectedStatus(for: $0) < 400 }
        var deviations = try await ask(refused + served.prefix(1))
        served.removeFirst()
        for caller in served { deviations += try await ask([caller]) }
        return deviations
    }

    private func ask(_ callers: [Caller]) async throws -> [Deviation] {
        try await TestService<P>.run { service in
            let runner = try await prepared(service)
            let keys = try await keys(service, admin: runner.variables["API_KEY"] ?? "")
            var deviations: [Deviation] = []
            for caller in callers {
                let key = key(of: caller, keys, sdkKey: runner.variables["SDK_KEY"])
                let outcome = try await runner.run(operation, overrides: ["API_KEY": key, "SDK_KEY": key], sendsOptionalKey: true)
                let expected = expectedStatus(for: caller)
                guard outcome.status != expected else { continue }
                let body = String(decoding: outcome.body.prefix(300), as: UTF8.self)
                deviations.append(Deviation(operation: operation.id, caller: caller, expected: expected, found: outcome.status, body: body))
            }
            return deviations
        }
    }

    /// A runner that has the variables which the operation's example needs.
    private func prepared(_ service: TestService<P>) async throws -> ExampleRunner {
        let runner = try ExampleRunner(baseURL: service.client.address)
        // What makes things, and what names them.
        let needed = all.prefix { $0.id != operation.id }.filter { !$0.sample.captures.isEmpty || $0.method == .post || $0.method == nil }
        for earlier in needed {
            let outcome = try await runner.runAndCapture(earlier)
            guard outcome.status == earlier.expectedStatus else {
                throw ExampleRunner.Failure(operation: earlier.id, message: String(decoding: outcome.body, as: UTF8.self))
            }
        }
        return runner
    }

    private func keys(_ service: TestService<P>, admin: String) async throws -> [Caller: String] {
        let client = service.client.authorized(admin)
        let revoked = try await client.post("/api/v1/keys", json: ["scopes": ["admin"]]).json
        _ = try await client.delete("/api/v1/keys/\(revoked["id"]?.stringValue ?? "")")
        let other = try await service.client.post("/api/v1/signup", json: ["email": "other@example.com"]).json
        let member = operation.access == .sdkKey ? "sdk_key" : "api_key"
        return [
            .admin: admin,
            .revokedKey: revoked["api_key"]?.stringValue ?? "",
            .reader: try await client.post("/api/v1/keys", json: ["scopes": ["read"]]).json["api_key"]?.stringValue ?? "",
            .writer: try await client.post("/api/v1/keys", json: ["scopes": ["read", "write"]]).json["api_key"]?.stringValue ?? "",
            .stranger: other[member]?.stringValue ?? "",
        ]
    }

    private func key(of caller: Caller, _ keys: [Caller: String], sdkKey: String?) -> String {
        switch caller {
        case .nobody: ""
        case .wrongKey: "\(P.policy.keyPrefix)000000000000000000000000000000000000"
        case .admin where operation.access == .sdkKey: sdkKey ?? ""
        default: keys[caller] ?? ""
        }
    }
}
