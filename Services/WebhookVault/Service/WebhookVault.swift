import Accounts
package import Database
package import HTTPCore
import Hummingbird
package import ServiceKit
package import ServiceLifecycle
package import Timekeeping

/// The flight recorder of webhooks: what is sent to an endpoint is kept byte for byte before it is answered.
package struct WebhookVault: Product {
    /// The settings beside those of every product.
    package struct Settings: Sendable {
        /// Requests to the echo a minute from one address.
        let echoPerMinute: Int
    }

    /// The executable.
    package static let name = "webhookvault"
    /// For people.
    package static let title = "WebhookVault"
    /// What it does.
    package static let summary = "Captures webhooks byte for byte and shows what was sent"
    /// Unless `PORT` says otherwise.
    package static let defaultPort = 8_004
    /// Endpoints and captures.
    package static let schema = Schema([endpoints, captures])
    /// Hummingbird's header fields have lost the wire's order, case and bytes.
    package static let capturesRawHeads = true

    /// What the product keeps in its file.
    let store: VaultStore
    /// Erases what is past its time.
    let retention: RetentionService
    /// How clients reach it, without a slash at the end.
    let baseURL: String

    private let environment: ServiceEnvironment
    private let settings: Settings

    /// Reads how often the echo may be called.
    package static func settings(from reader: SettingsReader) -> Settings {
        Settings(
            echoPerMinute: reader.setting(
                "ECHO_PER_MINUTE",
                .integer(in: 1...1_000_000),
                default: 120,
                "Requests to the echo per minute and address."
            )
        )
    }

    /// Needs nothing but the file.
    package init(environment: ServiceEnvironment, settings: Settings) async throws {
        store = VaultStore(accounts: environment.accounts)
        retention = RetentionService(store: store, logger: environment.logger, now: environment.now)
        baseURL = environment.configuration.baseURL
        self.environment = environment
        self.settings = settings
    }

    /// The clock of retention.
    package var services: [any Service] { [retention] }

    /// The echo, the hooks, and what was captured by them.
    package func addRoutes(to router: ServiceRouter) {
        let now = environment.now
        let echoLimit = RateLimit("echo", quota: settings.echoPerMinute, windowSeconds: 60)
        EchoRoute(baseURL: baseURL, now: now, limit: RateLimitMiddleware(environment.limiter, echoLimit)).add(to: router)
        HookRoutes(store: store, now: now).add(to: router)
        let api = router.group("/api/v1").add(middleware: environment.requireKey)
        EndpointRoutes(store: store, baseURL: baseURL, now: now).add(to: api.group("endpoints"))
        CaptureRoutes(store: store, baseURL: baseURL, now: now).add(to: api)
    }

    /// The limits of the plan, which the original's sign-up names.
    package func provision(_ connection: Connection, _ accountID: Int64, _ now: Timestamp) throws -> JSONObject {
        let free = store.accounts.policy.plans[0]
        return ["limits": .object(JSONObject(PlanLimit.all.map { ($0, .integer(free.limit($0))) }))]
    }

    /// Captures are too many and too large to go with the account's row. There is nothing in memory: what is on its way into an endpoint
    /// looks whether that is still there.
    package func erase(_ accountID: Int64) async throws {
        try await store.eraseEndpoints(of: accountID)
    }
}
