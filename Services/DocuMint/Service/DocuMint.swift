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
        /// Checks of files an hour for one address without a key.
        let validationsPerHour: Int
    }

    /// The executable.
    package static let name = "documint"
    /// For people.
    package static let title = "DocuMint"
    /// What it does.
    package static let summary = "Makes PDF invoices from JSON"
    /// Unless `PORT` says otherwise.
    package static let defaultPort = 8_001
    /// What was issued.
    package static let schema = Schema([logos, invoices])

    /// What the product keeps in its file.
    let store: DocuMintStore
    /// Where invoices are made.
    let maker = InvoiceMaker()

    let environment: ServiceEnvironment
    private let settings: Settings

    /// Reads how many demos and checks there may be.
    package static func settings(from reader: SettingsReader) -> Settings {
        Settings(
            demosPerHour: reader.setting(
                "DEMOS_PER_HOUR",
                .integer(in: 1...1_000_000),
                default: 20,
                "Demo invoices per hour and address."
            ),
            validationsPerHour: reader.setting(
                "VALIDATIONS_PER_HOUR",
                .integer(in: 1...1_000_000),
                default: 60,
                "Checks of files per hour and address without a key."
            )
        )
    }

    /// Fonts are opened at the first invoice, so that an idle service stays small.
    package init(environment: ServiceEnvironment, settings: Settings) async throws {
        store = DocuMintStore(accounts: environment.accounts)
        self.environment = environment
        self.settings = settings
    }

    /// The demo and the check of files, without a key; then invoices.
    package func addRoutes(to router: ServiceRouter) {
        let invoices = InvoiceRoutes(store: store, maker: maker, now: environment.now)
        let demoLimit = RateLimit("demo", quota: settings.demosPerHour, windowSeconds: 3_600)
        invoices.addDemo(to: router.group("/api/v1").add(middleware: RateLimitMiddleware(environment.limiter, demoLimit)))
        let validationLimit = RateLimit("validate", quota: settings.validationsPerHour, windowSeconds: 3_600)
        ValidationRoute().add(
            to: router.group("/api/v1")
                .add(middleware: environment.recognizeKey)
                .add(
                    middleware: RateLimitMiddleware(environment.limiter, validationLimit) { _, context in
                        context.identity == nil ? context.clientAddress?.limitKey : nil
                    }
                )
        )
        let api = router.group("/api/v1").add(middleware: environment.requireKey)
        invoices.add(to: api)
        IssuedInvoiceRoutes(store: store, maker: maker, baseURL: environment.configuration.baseURL).add(to: api.group("invoices"))
    }

    /// Nothing but the limit of the plan.
    package func provision(_ connection: Connection, _ accountID: Int64, _ now: Timestamp) throws -> JSONObject {
        [PlanLimit.invoices: .integer(environment.accounts.policy.plans[0].limit(PlanLimit.invoices))]
    }

    /// An account's invoices as the API shows them, each with the request that it was made from.
    package var exports: [ExportSection] {
        [
            ExportSection("invoices") { [store, baseURL = environment.configuration.baseURL] connection, accountID, after, limit in
                try store.exportedInvoices(of: accountID, after: after, limit: limit, baseURL: baseURL, in: connection)
            }
        ]
    }

    /// Deletes the invoices, which are too many to go with the account's row. There is nothing in memory.
    package func erase(_ accountID: Int64) async throws {
        try await store.deleteInvoices(of: accountID)
    }
}
