public import Accounts
public import Backups
public import HTTPCore
public import Logging

/// The settings that every product has. Source: contracts/platform.md, Configuration.
public struct ServiceConfiguration: Sendable {
    /// The address to listen on. Default: only this machine.
    public var host = "127.0.0.1"
    /// The port for clients; 0 lets the kernel choose one.
    public var port: Int
    /// The address to listen on for metrics, which are nobody else's business. Default: only this machine.
    public var adminHost = "127.0.0.1"
    /// The port for metrics; 0 lets the kernel choose one.
    public var adminPort: Int
    /// The product's one file.
    public var databasePath: String
    /// How clients reach the service, for the links it hands out. Without a slash at the end.
    public var baseURL: String
    /// The proxies whose `X-Forwarded-For` is believed. Default: none.
    public var trustedProxies = TrustedProxies()
    /// Less important lines are not logged. Default: info.
    public var logLevel = Logger.Level.info
    /// How a line of the log is written. Default: text.
    public var logFormat = LogFormat.text
    /// Keys, plans and quotas. Default: the product's own.
    public var policy: AccountPolicy
    /// Requests a minute that one key may send, and one address with a missing or wrong key. Default: 60 000.
    public var requestsPerMinute = 60_000
    /// Backups, the archive of commits, and drills. Default: none that the service makes by itself.
    public var backups: BackupPolicy
    /// How long the service goes on answering after it was asked to stop, while it says at `/healthz` that it is about to, so that a proxy
    /// sends requests elsewhere or holds them back. Default: not at all.
    public var drainDelay = Duration.zero
    /// The commit that the program was built from, for `GET /version` and the metrics. Default: unknown.
    public var commit = "unknown"

    /// Settings with defaults for all else.
    public init(port: Int, adminPort: Int, databasePath: String, baseURL: String, policy: AccountPolicy) {
        self.port = port
        self.adminPort = adminPort
        self.databasePath = databasePath
        self.baseURL = baseURL
        self.policy = policy
        backups = BackupPolicy(folder: BackupPolicy.standardFolder(besideFileAt: databasePath))
    }

    /// Reads the settings of a product from the environment. What is wrong shows in ``SettingsReader/finish()``.
    public init(of product: (some Product).Type, from reader: SettingsReader) {
        host = reader.setting("HOST", .host, default: host, "Address to listen on; 0.0.0.0 for all.")
        port = reader.setting("PORT", .port, default: product.defaultPort, "Port for clients.")
        adminHost = reader.setting("ADMIN_HOST", .host, default: adminHost, "Address to listen on for metrics.")
        let adminDefault = port <= 64_535 ? port + 1_000 : port - 1_000
        adminPort = reader.setting("ADMIN_PORT", .port, default: adminDefault, "Port for metrics. Default: PORT + 1000.")
        databasePath = reader.setting("DATABASE_PATH", .path, default: "./data/\(product.name)/app.db", "The one file with all data.")
        let address = "http://\(LocalAddress.urlHost(host)):\(port)"
        baseURL = reader.setting("BASE_URL", .origin, default: address, "How clients reach the service, for links.")
        trustedProxies = reader.setting(
            "TRUSTED_PROXIES",
            .trustedProxies,
            default: trustedProxies,
            "Proxies whose X-Forwarded-For is believed."
        )
        logLevel = reader.setting("LOG_LEVEL", .choice, default: logLevel, "Least important lines to log.")
        logFormat = reader.setting("LOG_FORMAT", .choice, default: logFormat, "How log lines are written.")
        let standard = product.policy
        policy = reader.file("PLANS_FILE", default: standard, "JSON file with the plans, in place of the built-in ones.") { text in
            try standard.replacingPlans(fromFile: text)
        }
        requestsPerMinute = reader.setting(
            "REQUESTS_PER_MINUTE",
            .integer(in: 1...10_000_000),
            default: requestsPerMinute,
            "Requests per minute and API key; also per address without a valid key."
        )
        backups = BackupPolicy(from: reader, ofFileAt: databasePath)
        drainDelay = reader.setting(
            "DRAIN_DELAY",
            .duration(in: Duration.seconds(1)...Duration.seconds(60), zero: "none"),
            default: drainDelay,
            "How long to go on answering after SIGTERM, for a proxy to notice at /healthz."
        )
        commit = reader.setting("COMMIT", .text, default: commit, "The commit that the program was built from, for GET /version.")
        if port == adminPort { reader.fault("ADMIN_PORT", "=\(adminPort) is the port for clients, too; set another one") }
    }
}

extension SettingFormat<TrustedProxies> {
    fileprivate static var trustedProxies: SettingFormat {
        SettingFormat(
            accepts: "IP addresses or networks separated by commas, such as 127.0.0.1,10.0.0.0/8",
            parse: { try? TrustedProxies(list: $0) },
            text: { $0.networks.map(\.description).joined(separator: ",") }
        )
    }
}
