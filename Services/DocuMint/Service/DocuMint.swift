import Accounts
package import Database
package import HTTPCore
import Hummingbird
package import ServiceKit

/// Invoices: JSON in, PDF out.
package struct DocuMint: Product {
    /// The settings beside those of every product.
    package struct Settings: Sendable {
        /// Demo invoices an hour for one address.
        let demosPerHour: Int
    }

    /// The executable.
    package static let name = "documint"
    /// For people.
    package static let title = "DocuMint"
    /// What it does.
    package static let summary = "Makes PDF invoices from JSON"
    /// Unless `PORT` says otherwise.
    package static let defaultPort = 8_001
    /// Accounts, keys and usage: invoices themselves are not kept.
    package static let schema = Accounts.schema

    /// Where invoices are made.
    let invoices: InvoiceRoutes

    private let accounts: Accounts
    private let settings: Settings

    /// Reads how many demos there may be.
    package static func settings(from reader: SettingsReader) -> Settings {
        Settings(
            demosPerHour: reader.setting(
                "DEMOS_PER_HOUR",
                .integer(in: 1...1_000_000),
                default: 20,
                "Demo invoices per hour and address."
            )
        )
    }

    /// Fonts are opened at the first invoice, so that an idle service stays small.
    package init(environment: ServiceEnvironment, settings: Settings) async throws {
        accounts = Accounts(policy: Self.policy, database: environment.database, now: environment.now)
        invoices = InvoiceRoutes(store: DocuMintStore(database: environment.database, policy: Self.policy), now: environment.now)
        self.settings = settings
    }

    /// Signup, the demo without a key, and invoices.
    package func addRoutes(to router: ServiceRouter) {
        let limiter = RateLimiter()
        let free = Self.policy.plans[0]
        router.addSignUp(to: accounts, limiter: limiter) { _, _, _ in
            [PlanLimit.invoices: .integer(free.limit(PlanLimit.invoices))]
        }
        let demoLimit = RateLimit("demo", quota: settings.demosPerHour, windowSeconds: 3_600)
        invoices.addDemo(to: router.group("/api/v1").add(middleware: RateLimitMiddleware(limiter, demoLimit)))
        invoices.add(to: router.group("/api/v1").add(middleware: RequireKey(accounts)))
    }
}
