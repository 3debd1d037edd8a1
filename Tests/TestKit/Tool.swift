import ServiceKit

/// What a program of the system did.
public struct ToolResult: Sendable {
    /// Its exit status; 128 plus the number of the signal if one ended it, as shells count.
    public let status: Int32
    /// What it wrote to standard output.
    public let output: [UInt8]
    /// What it wrote to standard error.
    public let errors: [UInt8]

    /// The output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }
    /// What it complained about, as text.
    public var errorText: String { String(decoding: errors, as: UTF8.self) }
}

/// Runs a program of the system, such as `pdftotext`, to its end.
///
/// - Parameters:
///   - program: a path, or a name that is looked up in `PATH`.
///   - arguments: its arguments.
///   - input: what it reads from standard input.
///   - environment: variables on top of the test's own.
///   - limit: when it is killed. Default: 60 seconds.
/// - Throws: ``SystemFailure`` if it cannot be started, ``DeadlineExceeded`` if it had to be killed.
public func runTool(
    _ program: String,
    _ arguments: [String] = [],
    input: [UInt8] = [],
    environment: [String: String] = [:],
    within limit: Duration = .seconds(60)
) async throws -> ToolResult {
    let folder = try TemporaryFolder()
    let process = try ChildProcess(
        program,
        arguments,
        environment: ProcessEnvironment.variables.merging(environment) { _, new in new },
        input: try folder.write(input, to: "input"),
        output: folder.file("output"),
        errors: folder.file("errors")
    )
    let end = try await process.waitForEnd(within: limit)
    let status =
        switch end {
        case .exited(let status): status
        case .killed(let signal): 128 + signal
        }
    return ToolResult(status: status, output: try folder.read("output"), errors: try folder.read("errors"))
}
