package import Accounts
package import Database
package import HTTPCore
import Hummingbird
package import ServiceKit
package import Timekeeping

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
    /// None: invoices are counted, which is the accounts' matter, and not kept.
    package static let schema = Schema([])

    /// Where invoices are made.
    let invoices: InvoiceRoutes

    private let environment: ServiceEnvironment
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
        invoices = InvoiceRoutes(accounts: environment.accounts, now: environment.now)
        self.environment = environment
        self.settings = settings
    }

    /// The demo without a key, and invoices.
    package func addRoutes(to router: ServiceRouter) {
        let demoLimit = RateLimit("demo", quota: settings.demosPerHour, windowSeconds: 3_600)
        invoices.addDemo(to: router.group("/api/v1").add(middleware: RateLimitMiddleware(environment.limiter, demoLimit)))
        invoices.add(to: router.group("/api/v1").add(middleware: environment.requireKey))
    }

    /// Nothing but the limit of the plan.
    package func provision(_ connection: Connection, _ accountID: Int64, _ now: Timestamp) throws -> JSONObject {
        [PlanLimit.invoices: .integer(environment.accounts.policy.plans[0].limit(PlanLimit.invoices))]
    }

    /// Nothing: invoices are not kept.
    package var exports: [ExportSection] { [] }
}
