import Accounts
package import Database
import Timekeeping
package import HTTPCore
import Hummingbird
package import ServiceKit

/// The monitor of cron jobs: jobs ping a URL, and whoever asks learns which of them did not.
package struct CronPing: Product {
    /// The settings beside those of every product.
    package struct Settings: Sendable {
        /// Requests a minute to the cron tools from one address without a key.
        let cronToolsPerMinute: Int
    }

    package static let name = "cronping"
    package static let title = "CronPing"
    package static let summary = "Watches cron jobs and explains cron expressions"
    package static let defaultPort = 8_002
    package static let schema = Accounts.schema + Schema([monitors, pings])

    private let accounts: Accounts
    /// What the product keeps in its file.
    let store: CronPingStore
    private let settings: Settings
    private let baseURL: String
    private let now: @Sendable () -> Timestamp

    package static func settings(from reader: SettingsReader) -> Settings {
        Settings(
            cronToolsPerMinute: reader.setting(
                "CRON_TOOLS_PER_MINUTE",
                .integer(in: 1...1_000_000),
                default: 120,
                "Requests to the cron tools per minute and address without a key."
            )
        )
    }

    package init(environment: ServiceEnvironment, settings: Settings) async throws {
        accounts = Accounts(policy: Self.policy, database: environment.database, now: environment.now)
        store = CronPingStore(database: environment.database, policy: Self.policy)
        self.settings = settings
        baseURL = environment.configuration.baseURL
        now = environment.now
    }

    package func addRoutes(to router: ServiceRouter) {
        let limiter = RateLimiter()
        let free = Self.policy.plans[0]
        router.addSignUp(to: accounts, limiter: limiter) { _, _, _ in
            [PlanLimit.monitors: .integer(free.limit(PlanLimit.monitors))]
        }
        let toolsLimit = RateLimit("cron-tools", quota: settings.cronToolsPerMinute, windowSeconds: 60)
        CronRoutes(now: now).add(
            to: router.group("/api/v1/cron")
                .add(middleware: RecognizeKey(accounts))
                .add(
                    middleware: RateLimitMiddleware(limiter, toolsLimit) { _, context in
                        context.identity == nil ? context.clientAddress?.limitKey : nil
                    }
                )
        )
        MonitorRoutes(store: store, baseURL: baseURL, now: now).add(
            to: router.group("/api/v1/monitors").add(middleware: RequireKey(accounts))
        )
        PingRoutes(store: store, now: now).add(to: router.group("/ping"))
        BadgeRoutes(store: store, now: now).add(to: router.group("/badge"))
    }
}
