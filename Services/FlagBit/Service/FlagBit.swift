import Accounts
package import Database
import Timekeeping
package import HTTPCore
import Hummingbird
package import ServiceKit

/// Feature flags: who gets what, decided from rules, in memory.
package struct FlagBit: Product {
    /// The settings beside those of every product.
    package struct Settings: Sendable {
        /// Requests an hour to the free tools from one address.
        let freeToolsPerHour: Int
    }

    /// The executable.
    package static let name = "flagbit"
    /// For people.
    package static let title = "FlagBit"
    /// What it does.
    package static let summary = "Turns features on and off for some of your users"
    /// Unless `PORT` says otherwise.
    package static let defaultPort = 8_003
    /// Accounts and keys, projects, SDK keys and flags.
    package static let schema = Accounts.schema + Schema([projects, sdkKeys, flags])

    /// No route needs more than a flag takes, and an evaluation is held up by nobody's megabytes.
    package static var limits: ServerLimits {
        var limits = ServerLimits()
        limits.bodyBytes = FlagDraft.sizeLimit
        return limits
    }

    private let accounts: Accounts
    private let store: FlagBitStore
    private let live: LiveFlags
    private let settings: Settings
    private let baseURL: String
    private let now: @Sendable () -> Timestamp

    /// Reads how often the free tools may be called.
    package static func settings(from reader: SettingsReader) -> Settings {
        Settings(
            freeToolsPerHour: reader.setting(
                "FREE_TOOLS_PER_HOUR",
                .integer(in: 1...1_000_000),
                default: 60,
                "Requests to the free tools (rollout, playground) per hour and address."
            )
        )
    }

    /// Compiles every flag of the file, so that no evaluation has to.
    package init(environment: ServiceEnvironment, settings: Settings) async throws {
        accounts = Accounts(policy: Self.policy, database: environment.database, now: environment.now)
        store = FlagBitStore(database: environment.database, policy: Self.policy)
        live = LiveFlags(store: store, logger: environment.logger)
        try live.loadAll()
        self.settings = settings
        baseURL = environment.configuration.baseURL
        now = environment.now
    }

    /// Signup, projects and their flags, evaluation, and the free tools.
    package func addRoutes(to router: ServiceRouter) {
        let limiter = RateLimiter()
        router.addSignUp(to: accounts, limiter: limiter) { [store] connection, accountID, now in
            let (project, key) = try store.insertProject(named: "Default", for: accountID, at: now, in: connection)
            return ["project_id": .integer(project.id), "sdk_key": .string(key.text)]
        }
        EvaluationRoutes(live: live, accounts: accounts).add(
            to: router.group("/api/v1/evaluate").add(middleware: AllowAnyOrigin())
        )
        let management = router.group("/api/v1/projects").add(middleware: RefuseSDKKeys(live)).add(middleware: RequireKey(accounts))
        ProjectRoutes(store: store, live: live, baseURL: baseURL, now: now).add(to: management)
        FlagRoutes(store: store, live: live, baseURL: baseURL, now: now).add(to: management.group("{project}/flags"))
        let toolsLimit = RateLimit("free-tools", quota: settings.freeToolsPerHour, windowSeconds: 3_600)
        FreeToolRoutes().add(to: router.group("/api/v1").add(middleware: RateLimitMiddleware(limiter, toolsLimit)))
    }
}
