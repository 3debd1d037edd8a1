import Accounts
package import Database
import Timekeeping
package import HTTPCore
import Hummingbird
package import ServiceKit
package import ServiceLifecycle

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
    /// Accounts and keys, endpoints and captures.
    package static let schema = Accounts.schema + Schema([endpoints, captures])
    /// Hummingbird's header fields have lost the wire's order, case and bytes.
    package static let capturesRawHeads = true

    /// What the product keeps in its file.
    let store: VaultStore
    /// Erases what is past its time.
    let retention: RetentionService

    private let accounts: Accounts
    private let settings: Settings
    private let baseURL: String
    private let now: @Sendable () -> Timestamp

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
        accounts = Accounts(policy: Self.policy, database: environment.database, now: environment.now)
        store = VaultStore(database: environment.database, policy: Self.policy)
        retention = RetentionService(store: store, logger: environment.logger, now: environment.now)
        self.settings = settings
        baseURL = environment.configuration.baseURL
        now = environment.now
    }

    /// The clock of retention.
    package var services: [any Service] { [retention] }

    /// Signup, the echo, the hooks, and what was captured by them.
    package func addRoutes(to router: ServiceRouter) {
        let limiter = RateLimiter()
        router.addSignUp(to: accounts, limiter: limiter) { _, _, _ in
            ["limits": .object(JSONObject(PlanLimit.all.map { ($0, .integer(Self.policy.plans[0].limit($0))) }))]
        }
        let echoLimit = RateLimit("echo", quota: settings.echoPerMinute, windowSeconds: 60)
        EchoRoute(baseURL: baseURL, now: now, limit: RateLimitMiddleware(limiter, echoLimit)).add(to: router)
        HookRoutes(store: store, now: now).add(to: router)
        let api = router.group("/api/v1").add(middleware: RequireKey(accounts))
        EndpointRoutes(store: store, baseURL: baseURL, now: now).add(to: api.group("endpoints"))
        CaptureRoutes(store: store, baseURL: baseURL, now: now).add(to: api)
    }
}
