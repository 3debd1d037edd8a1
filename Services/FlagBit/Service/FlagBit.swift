package import Accounts
package import Database
package import HTTPCore
import Hummingbird
package import ServiceKit
package import ServiceLifecycle
package import Timekeeping

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
    /// Projects, SDK keys, flags and segments.
    package static let schema = Schema([projects, sdkKeys, flags, segments])

    /// No route needs more than a flag takes, and an evaluation is held up by nobody's megabytes.
    package static var limits: ServerLimits {
        var limits = ServerLimits()
        limits.bodyBytes = FlagDraft.sizeLimit
        return limits
    }

    private let environment: ServiceEnvironment
    private let store: FlagBitStore
    private let live: LiveFlags
    private let settings: Settings

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
        self.environment = environment
        self.settings = settings
        store = FlagBitStore(accounts: environment.accounts)
        live = LiveFlags(store: store, logger: environment.logger)
        try live.loadAll()
    }

    /// Projects with their flags and segments, evaluation, and the free tools.
    package func addRoutes(to router: ServiceRouter) {
        let baseURL = environment.configuration.baseURL
        let gate = SDKKeyGate(
            live: live,
            accounts: environment.accounts,
            limiter: environment.limiter,
            limit: environment.requestLimit
        )
        EvaluationRoutes(gate: gate).add(to: router.group("/api/v1/evaluate").add(middleware: AllowAnyOrigin()))
        OFREPRoutes(gate: gate, streams: ChangeStreams(live: live, path: OFREPRoutes.path + "/events"))
            .add(to: router.group(RouterPath(OFREPRoutes.path)))
        let management = router.group("/api/v1/projects")
            .add(middleware: RefuseSDKKeys(live))
            .add(middleware: environment.requireKey)
        ProjectRoutes(store: store, live: live, baseURL: baseURL).add(to: management)
        FlagRoutes(store: store, live: live, baseURL: baseURL).add(to: management.group("{project}/flags"))
        SegmentRoutes(store: store, live: live, baseURL: baseURL).add(to: management.group("{project}/segments"))
        let toolsLimit = RateLimit("free-tools", quota: settings.freeToolsPerHour, windowSeconds: 3_600)
        FreeToolRoutes(now: environment.now)
            .add(to: router.group("/api/v1").add(middleware: RateLimitMiddleware(environment.limiter, toolsLimit)))
    }

    /// Makes a first project, so that a new account can evaluate at once.
    package func provision(_ connection: Connection, _ accountID: Int64, _ now: Timestamp) throws -> JSONObject {
        let key = try APIKey(prefix: SDKKey.prefix)
        let project = try store.insertProject(named: "Default", key, for: accountID, at: now, in: connection)
        return ["project_id": .integer(project.id), "sdk_key": .string(key.text)]
    }

    /// Ends the streams of changes, which would go on for ever.
    package func leave() { live.endStreams() }

    /// Wakes streams that would be silent for too long.
    package var services: [any Service] { [StreamUpkeep(live: live)] }

    /// The projects, their SDK keys as far as they are known, the flags and the segments.
    package var exports: [ExportSection] { [.projects, .sdkKeys, .flags, .segments] }

    /// Stops the account's SDK keys.
    package func forget(_ accountID: Int64) { live.accountErased(accountID) }

    /// Makes sure that the account's SDK keys are stopped, then deletes its flags and segments. Its projects, which are few, go with its row.
    package func erase(_ accountID: Int64) async throws {
        live.accountErased(accountID)
        try await store.deleteFlags(of: accountID)
        try await store.deleteSegments(of: accountID)
    }
}
