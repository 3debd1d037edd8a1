import HTTPTypes

@testable import HTTPCore

/// The description of a service that there is not, with something of everything.
enum Things {
    static let thing = JSONSchema.named("Thing", .object(.required("id", .string(1...20)), .required("name", .string(1...200))))
    static let teapot = ProblemCode("teapot", .init(code: 418), "Teapot", "Ask for tea.")

    static let create = Operation(.post, "/things", id: "createThing", in: "Things", "Make a thing")
        .requiring(.key(.write))
        .reading(.json(.object(.required("name", .string(1...200), "What it is called.")), example: ["name": "Bob's $5 \"thing\""]))
        .answering(.json(.created, "The thing.", thing, headers: [.location]))
        .failing(with: .planLimitReached, teapot)
        .idempotent()
        .example(captures: ["THING_ID": "id"])
    static let list = Operation(.get, "/things", id: "listThings", in: "Things", "List things")
        .requiring(.key(.read))
        .taking(.query("name", .string(1...200), "Only those.", example: "a b&c"))
        .takingPage()
        .answering(.list("things", of: thing, "The newest first."))
    static let show = Operation(.get, "/things/{id}", id: "showThing", in: "Things", "Show a thing")
        .saying("It is `id` that counts.\n\nNothing else.")
        .requiring(.key(.read))
        .taking(.path("id", .string(1...20), "Its `id`.", example: "$THING_ID"))
        .answering(.json(.ok, "The thing.", thing))
    private static let rest = Operation.Parameter.path("path", .string(), "Whatever follows.", example: "orders")
    static let hook = Operation(nil, "/hook/{token}/**", id: "receive", in: "Hooks", "Receive anything")
        .taking(rest)
        .reading(.anything("Whatever comes."))
        .answering(.text(.ok, "Taken."))
        .answeringAnything()
        .example(body: "@x")
    static let preflight = Operation(.options, "/hook/{token}/**", id: "preflight", in: "Hooks", "Ask what may be sent")
        .taking(rest)
        .answering(.noContent("Everything."))
    static let ping = Operation(.get, "/ping/{token}", id: "ping", in: "Hooks", "Ping")
        .answering(.text(.ok, "`OK`."), .text(.badRequest, "`invalid uuid format`."))
    static let badge = Operation(.get, "/badge/{key}.svg", id: "badge", in: "Hooks", "Show a badge")
        .requiring(.optionalKey)
        .answering(.file("image/svg+xml", "The picture."))
        .example(output: "badge.svg")
    static let evaluate = Operation(.post, "/evaluate", id: "evaluate", in: "SDK", "Evaluate")
        .requiring(.sdkKey)
        .reading(.json(.object()))
        .answering(.json(.ok, "What holds.", .map(of: .boolean)))

    static let api = APIDescription(
        title: "Things",
        summary: "Keeps things",
        version: "1.2.3",
        baseURL: "https://things.test",
        operations: [create, list, show, hook, preflight, ping, badge, evaluate] + Operation.shared,
        codes: [teapot]
    )
}

extension JSONValue? {
    /// Whether there is something, be it `null`.
    var isThere: Bool {
        if case .some = self { true } else { false }
    }
}
