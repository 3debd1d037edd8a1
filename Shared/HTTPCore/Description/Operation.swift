public import HTTPTypes

/// What one route does, described once for `/openapi.json`, for the people who read `/api-docs`, and for the tests.
///
///     extension Operation {
///         static let createMonitor = Operation(.post, "/api/v1/monitors", id: "createMonitor", in: "Monitors", "Create a monitor")
///             .saying("From now on the monitor waits for pings at its `ping_url`.")
///             .requiring(.key(.write))
///             .reading(.json(.monitorDraft, example: ["name": "nightly backup", "schedule_minutes": 1440]))
///             .answering(.json(.created, "The monitor.", .monitor, headers: [.location]))
///             .failing(with: .invalidCronExpression, .planLimitReached)
///             .idempotent()
///             .example(captures: ["MONITOR_ID": "id"])
///
///         static let showMonitor = Operation(.get, "/api/v1/monitors/{id}", id: "showMonitor", in: "Monitors", "Show a monitor")
///             .requiring(.key(.read))
///             .taking(.path("id", .monitorID, "The `id` of the monitor.", example: "$MONITOR_ID"))
///             .answering(.json(.ok, "The monitor.", .monitor))
///
///         static let listMonitors = Operation(.get, "/api/v1/monitors", id: "listMonitors", in: "Monitors", "List monitors")
///             .requiring(.key(.read))
///             .takingPage()
///             .answering(.list("monitors", of: .monitor, "The newest first."))
///     }
///
/// Only what is peculiar to it is written down. What follows from that, such as the 401 of whatever needs a key, and what every operation
/// can answer, is added when the description is written (``problems``, ``allProblems``).
public struct Operation: Sendable {
    /// The method; `nil` if the route takes any.
    public let method: HTTPRequest.Method?
    /// The path exactly as the router describes it (``ServiceRouter/Route/path``).
    public let path: String
    /// A name that no other operation has, for programs: `createMonitor`.
    public let id: String
    /// The heading under which it stands.
    public let group: String
    /// What it does, in a few words without a full stop.
    public let summary: String
    /// What is to be said beyond that: paragraphs with an empty line between them, and names between `` ` ``.
    public internal(set) var details = ""
    /// Who may use it.
    public internal(set) var access = Access.open
    /// What it takes beside the body. Those of the path that are missing here are texts.
    public internal(set) var parameters: [Parameter] = []
    /// The body that it reads; `nil` if it reads none.
    public internal(set) var body: Body?
    /// What it answers when all goes well, and whatever else is no problem. The first is what the ``sample`` gets.
    public internal(set) var answers: [Answer] = []
    /// The problems that do not follow from the rest.
    public internal(set) var errors: [ProblemCode] = []
    /// The forms in which it words its problems itself, beside `application/problem+json`, in which those that come from further out are.
    public internal(set) var problemForms: [Media] = []
    /// Whether it takes an `Idempotency-Key`.
    public internal(set) var isIdempotent = false
    /// Whether somebody else chooses what it answers, so that no status can be promised.
    public internal(set) var answersAnyStatus = false
    /// A request that works.
    public internal(set) var sample = Example()

    /// `nil` if it follows from ``access``.
    var limitsRate: Bool?

    /// The description of a route.
    ///
    /// - Parameters:
    ///   - method: `nil` if the route takes any.
    ///   - path: as the router describes it.
    ///   - id: a name that no other operation has.
    ///   - group: the heading under which it stands.
    ///   - summary: what it does, in a few words without a full stop.
    public init(_ method: HTTPRequest.Method?, _ path: String, id: String, in group: String, _ summary: String) {
        self.method = method
        self.path = path
        self.id = id
        self.group = group
        self.summary = summary
    }

    /// Whether its answers carry `RateLimit` and `RateLimit-Policy`. Those to whoever sends an account's key do.
    public var isRateLimited: Bool { limitsRate ?? access.takesAccountKey }

    /// The status that the ``sample`` gets.
    public var expectedStatus: Int { answers.first?.status.code ?? 200 }
}
