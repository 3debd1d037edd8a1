import Accounts
package import Database
package import HTTPCore
import Hummingbird
package import ServiceKit
package import Timekeeping

/// The monitor of cron jobs: jobs ping a URL, and whoever asks learns which of them did not.
package struct CronPing: Product {
    /// The settings beside those of every product.
    package struct Settings: Sendable {
        /// Requests a minute to the cron tools from one address without a key.
        let cronToolsPerMinute: Int
    }

    /// The executable.
    package static let name = "cronping"
    /// For people.
    package static let title = "CronPing"
    /// What it does.
    package static let summary = "Watches cron jobs and explains cron expressions"
    /// Unless `PORT` says otherwise.
    package static let defaultPort = 8_002
    /// Monitors and their pings.
    package static let schema = Schema([monitors, pings])

    /// What the product keeps in its file.
    let store: CronPingStore
    let environment: ServiceEnvironment
    private let settings: Settings

    /// Reads how often the cron tools may be called.
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

    /// Needs nothing but the file.
    package init(environment: ServiceEnvironment, settings: Settings) async throws {
        store = CronPingStore(accounts: environment.accounts)
        self.environment = environment
        self.settings = settings
    }

    /// The cron tools, the monitors, their pings and their badges.
    package func addRoutes(to router: ServiceRouter) {
        let (now, baseURL) = (environment.now, environment.configuration.baseURL)
        let toolsLimit = RateLimit("cron-tools", quota: settings.cronToolsPerMinute, windowSeconds: 60)
        CronRoutes(now: now).add(
            to: router.group("/api/v1/cron")
                .add(middleware: environment.recognizeKey)
                .add(
                    middleware: RateLimitMiddleware(environment.limiter, toolsLimit) { _, context in
                        context.identity == nil ? context.clientAddress?.limitKey : nil
                    }
                )
        )
        MonitorRoutes(store: store, baseURL: baseURL, now: now).add(
            to: router.group("/api/v1/monitors").add(middleware: environment.requireKey)
        )
        PingRoutes(store: store, now: now).add(to: router.group("/ping"))
        BadgeRoutes(store: store, now: now).add(to: router.group("/badge"))
    }

    /// How many monitors the plan allows, which the original's sign-up names.
    package func provision(_ connection: Connection, _ accountID: Int64, _ now: Timestamp) throws -> JSONObject {
        [PlanLimit.monitors: .integer(environment.accounts.policy.plans[0].limit(PlanLimit.monitors))]
    }

    /// Deletes the pings, which are too many to go with the account's row. There is nothing in memory.
    package func erase(_ accountID: Int64) async throws {
        try await store.deletePings(of: accountID)
    }
}
