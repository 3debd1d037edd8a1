public import Database
public import HTTPCore
public import ServiceLifecycle

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
    /// The tables of its file, those of shared rooms included.
    static var schema: Schema { get }
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

    /// What runs in the background from start to stop. Stopped after the last request is answered and before the file is closed. Default: none.
    var services: [any Service] { get }
}

extension Product {
    /// Those of HTTPCore.
    public static var limits: ServerLimits { ServerLimits() }
    /// No.
    public static var capturesRawHeads: Bool { false }
    /// None.
    public var services: [any Service] { [] }
}

extension Product where Settings == Void {
    /// Nothing to read.
    public static func settings(from reader: SettingsReader) {}
}
