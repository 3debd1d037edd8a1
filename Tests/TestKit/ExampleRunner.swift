public import HTTPCore

/// Carries out the curl lines of a product's description as a reader of `/api-docs` would: in a shell, in a folder, one after the other.
public final class ExampleRunner {
    /// What one of them got.
    public struct Outcome: Sendable {
        /// The status of the answer.
        public let status: Int
        /// The body; the file's, where the example puts it into one.
        public let body: [UInt8]
    }

    /// The shell's variables: keys, and what earlier answers gave.
    public var variables: [String: String] = [:]
    private let baseURL: String
    private let folder: TemporaryFolder

    /// - Parameter baseURL: where the service is.
    public init(baseURL: String) throws {
        self.baseURL = baseURL
        folder = try TemporaryFolder()
    }

    /// Runs the example of an operation.
    ///
    /// - Parameters:
    ///   - overrides: variables for this one only, such as another key.
    ///   - sendsOptionalKey: whether `$API_KEY` is sent where the example leaves it out because it need not be sent.
    public func run(_ operation: HTTPCore.Operation, overrides: [String: String] = [:], sendsOptionalKey: Bool = false) async throws
        -> Outcome
    {
        let key = sendsOptionalKey && operation.access == .optionalKey ? #"-H "Authorization: Bearer $API_KEY""# : ""
        // The line runs as it is printed; only what it writes to the terminal is kept, and the head beside it.
        let script = """
            cd '\(folder.path)' && rm -f head body
            curl() { command curl -sS -D head \(key) "$@" >body; }
            \(operation.curl(baseURL: baseURL))
            """
        let values = variables.merging(overrides) { _, given in given }
        let result = try await runTool("sh", ["-c", script], environment: values)
        // curl's status for a time that has run out is 28.
        guard result.status == 0 || operation.sample.seconds != nil && result.status == 28 else {
            throw Failure(operation: operation.id, message: result.errorText)
        }
        let head = String(decoding: try folder.read("head"), as: UTF8.self)
        // After the "100 Continue" that a large body may get.
        let line = head.split(separator: "\r\n").last { $0.hasPrefix("HTTP/") }
        guard let status = line?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw Failure(operation: operation.id, message: "no status in \(head)")
        }
        return Outcome(status: status, body: try folder.read(operation.sample.output ?? "body"))
    }

    /// Runs an example and keeps what later ones need of its answer.
    public func runAndCapture(_ operation: HTTPCore.Operation) async throws -> Outcome {
        let outcome = try await run(operation)
        guard outcome.status == operation.expectedStatus, !operation.sample.captures.isEmpty else { return outcome }
        guard let captured = operation.sample.captured(from: try JSONParser.parse(outcome.body)) else {
            throw Failure(
                operation: operation.id,
                message: "its answer lacks what it captures: \(String(decoding: outcome.body, as: UTF8.self))"
            )
        }
        variables.merge(captured) { _, new in new }
        return outcome
    }

    /// Runs examples in their order, and keeps what later ones need.
    ///
    /// - Returns: those that got another status than is said of them, with what they got.
    public func deviations(in operations: [HTTPCore.Operation]) async throws -> [String] {
        var deviations: [String] = []
        for operation in operations {
            let outcome = try await runAndCapture(operation)
            guard outcome.status != operation.expectedStatus else { continue }
            deviations.append("\(operation.id): \(outcome.status) \(String(decoding: outcome.body, as: UTF8.self))")
        }
        return deviations
    }

    /// Why an example could not be run to its end.
    public struct Failure: Error, CustomStringConvertible {
        let operation: String
        let message: String

        /// The example and what the shell says.
        public var description: String { "the example of \(operation): \(message)" }
    }
}
