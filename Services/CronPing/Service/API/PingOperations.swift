import HTTPCore
import HTTPTypes

/// The description of ``PingRoutes``. `HEAD` works, too, as it does wherever `GET` does.
enum PingOperations {
    static let all: [Operation] = [
        ping(.get, id: "ping", "Tell that the job is done"),
        ping(.post, id: "pingWithBody", "Tell that the job is done, with its output")
            .reading(output)
            .example(headers: ["Content-Type: text/plain"], body: "42 files saved"),
        signal(.get, id: "pingSignal", "Tell how the job stands"),
        signal(.post, id: "pingSignalWithBody", "Tell how the job stands, with its output")
            .reading(output)
            .example(headers: ["Content-Type: text/plain"], body: "disk full"),
    ]

    private static let group = "Pings"

    private static func ping(_ method: HTTPRequest.Method, id: String, _ summary: String) -> Operation {
        Operation(method, "/ping/{token}", id: id, in: group, summary)
            .saying("The address is the `ping_url` of a monitor. healthchecks' clients work here.")
            .taking(token, run)
            .answering(accepted, unknown, malformed)
    }

    private static func signal(_ method: HTTPRequest.Method, id: String, _ summary: String) -> Operation {
        Operation(method, "/ping/{token}/{signal}", id: id, in: group, summary)
            .saying(
                """
                `start`: it begins. `fail`: it ended badly. `log`: something to remember, which says nothing about how the job stands. Or \
                the exit status of the job: 0 is a success, every other a failure.
                """
            )
            .taking(token, .path("signal", .string(pattern: signalPattern), "What to tell.", example: method == .get ? "start" : "1"), run)
            .answering(accepted, unknown, malformed)
    }

    private static let token = Operation.Parameter.path(
        "token",
        .string(pattern: uuidPattern),
        "The `token` of the monitor.",
        example: "$PING_TOKEN"
    )

    private static let run = Operation.Parameter.query(
        "rid",
        .string(pattern: uuidPattern),
        "Which run of the job it is about: a UUID that you choose."
    )

    private static let output = Operation.Body.anything("What the job has to say. The first \(Ping.bodyLimit) bytes are kept.")

    private static let accepted = Operation.Answer.text(
        .ok,
        "The ping is on the disk.",
        .choice("OK"),
        headers: [
            .init("Ping-Body-Limit", .integer(Ping.bodyLimit...Ping.bodyLimit), "How many bytes of a body are kept."),
            .init("Access-Control-Allow-Origin", .choice("*"), "Pages of any site may ping."),
        ]
    )

    private static let unknown = Operation.Answer.text(
        .notFound,
        "There is no monitor with this token, or no such signal.",
        .choice("not found")
    )

    private static let malformed = Operation.Answer.text(
        .badRequest,
        "The `rid` is no UUID, or the exit status is larger than 255.",
        .choice("invalid uuid format", "invalid url format")
    )

    /// In either case.
    private static let uuidPattern = "^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"

    private static let signalPattern = "^(?:start|fail|log|0+|0*(?:\(DigitPattern.upTo(255))))$"
}
