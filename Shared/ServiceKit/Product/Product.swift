public import Accounts
import Capacity
public import Database
public import HTTPCore
public import ServiceLifecycle
public import Timekeeping

/// A product, as the file that wires it together describes it. Its `main.swift` is then one line:
///
///     await ServiceMain<CronPing>.main()
///
/// Made once per start, after the settings are checked and the file is open.
public protocol Product: Sendable {
    /// The settings it has beside those of every product; `Void` for none.
    associatedtype Settings: Sendable = Void

    /// The name of the executable and of the folder in `data/`: `cronping`.
    static var name: String { get }
    /// The name for people: `CronPing`.
    static var title: String { get }
    /// What it does, in one line without a full stop.
    static var summary: String { get }
    /// Where it listens unless `PORT` says otherwise.
    static var defaultPort: Int { get }
    /// Its own tables; those of its accounts are there already.
    static var schema: Schema { get }
    /// Keys, plans and what is counted. `PLANS_FILE` may put other plans in their place.
    static var policy: AccountPolicy { get }
    /// The errors it answers with beside those of every product. Default: none.
    static var errors: [ProblemCode] { get }
    /// Its own routes for ``APIDescription``, in the order of the page.
    static var operations: [Operation] { get }
    /// What its sign-up answers beside what every product's does.
    static var signUpMembers: [JSONSchema.Property] { get }
    /// Limits on requests and time. Default: those of HTTPCore.
    static var limits: ServerLimits { get }
    /// Whether routes see the head of a request as it came over the wire, which costs a copy of each. Default: no.
    static var capturesRawHeads: Bool { get }

    /// Reads its own settings. Default: none.
    static func settings(from reader: SettingsReader) -> Settings

    /// Makes its stores and caches. The file is open and its tables fit ``schema``.
    init(environment: ServiceEnvironment, settings: Settings) async throws

    /// Declares its routes. Health checks and the like are there already.
    func addRoutes(to router: ServiceRouter)

    /// What it makes for a new account, in the transaction that makes the account.
    ///
    /// - Returns: members of the answer to the sign-up, such as its limits.
    func provision(_ connection: Connection, _ accountID: Int64, _ now: Timestamp) throws -> JSONObject

    /// What it keeps for an account, list by list.
    var exports: [ExportSection] { get }

    /// Forgets at once what memory has of an account that is gone for everybody. Called when the first step of an erasure is in the file,
    /// and again before ``erase(_:)`` where one goes on later; may be called again for the same account. Default: nothing.
    func forget(_ accountID: Int64)

    /// Erases in steps what is too much for one transaction, and forgets what it has in memory; the rest goes with the account's row.
    /// May be called again for the same account. Before each step it looks whether its task is cancelled (`try Task.checkCancellation()`),
    /// or the service could not stop. Default: nothing.
    func erase(_ accountID: Int64) async throws

    /// Ends answers that would go on for ever, such as streams of events. Called once, when a graceful shutdown begins and before the server
    /// stops; answers that begin later have to end by themselves. Default: nothing.
    func leave()

    /// What runs in the background from start to stop. Stopped after the last request is answered and before the file is closed. Default: none.
    var services: [any Service] { get }
}

extension Product {
    /// All tables of its file: those of the accounts, the one that says how busy it was, then its own.
    public static var fileSchema: Schema { Accounts.schema + Capacity.schema + schema }
    /// Those of HTTPCore.
    public static var limits: ServerLimits { ServerLimits() }
    /// None.
    public static var errors: [ProblemCode] { [] }
    /// No.
    public static var capturesRawHeads: Bool { false }
    /// Nothing.
    public func forget(_ accountID: Int64) {}
    /// Nothing.
    public func erase(_ accountID: Int64) async throws {}
    /// Nothing.
    public func leave() {}
    /// None.
    public var services: [any Service] { [] }
}

extension Product where Settings == Void {
    /// Nothing to read.
    public static func settings(from reader: SettingsReader) {}
}
