/// Writes one line for each request answered, but for health checks that are passed: a proxy asks several times a second.
///
/// It holds the path but not the query, and of the header nothing: those are where secrets travel.
public struct AccessLog: Sendable {
    private let writer: LogWriter
    private let format: LogFormat
    private let logsHealthChecks: Bool

    /// A log through a writer.
    ///
    /// - Parameter logsHealthChecks: whether health checks that are passed have a line, too. Default: no.
    public init(writer: LogWriter, format: LogFormat, logsHealthChecks: Bool = false) {
        self.writer = writer
        self.format = format
        self.logsHealthChecks = logsHealthChecks
    }

    func write(_ entry: Entry) {
        guard logsHealthChecks || entry.status != 200 || entry.route != "/healthz" && entry.route != "/readyz" else { return }
        var line = LogLine(format, level: "info", message: "request")
        line.add("method", entry.method)
        line.add("path", entry.path)
        line.add("status", entry.status)
        line.add("duration_ms", milliseconds: entry.nanoseconds)
        if let bytes = entry.bytes { line.add("bytes", bytes) }
        line.add("request_id", entry.requestID)
        if let client = entry.client { line.add("client", client) }
        if let route = entry.route { line.add("route", route) }
        if let accountID = entry.accountID { line.add("account", Int(accountID)) }
        if let code = entry.code { line.add("code", code) }
        line.end()
        writer.write(line.bytes)
    }

    /// What a line says.
    struct Entry {
        var method: String
        var path: String
        var status: Int
        var nanoseconds: Int64
        /// The length of the answer's body; `nil` if it was streamed.
        var bytes: Int?
        var requestID: String
        var client: String?
        var route: String?
        var accountID: Int64?
        /// The code of the problem that was the answer.
        var code: String?
    }
}
