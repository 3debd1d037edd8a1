import HTTPTypes

extension Operation {
    /// The example as a command for `sh`, on several lines if it is long. It is answered with ``expectedStatus`` once the variables in it
    /// are set: `API_KEY`, and what the examples before have captured.
    ///
    /// - Parameter baseURL: where the service is, without a slash at the end.
    public func curl(baseURL: String) -> String {
        let address = ShellText.quoted(baseURL + examplePath + exampleQuery)
        var options = exampleHeaders.map { "-H \(ShellText.quoted($0))" }
        // Not -d, which would take a text that begins with @ for the name of a file.
        if let body = exampleBody { options.append("\(body.hasPrefix("@") ? "--data-raw" : "-d") \(ShellText.quoted(body))") }
        if let upload = sample.upload { options.append("--data-binary \(ShellText.quoted("@\(upload)"))") }
        if let seconds = sample.seconds { options.append("--max-time \(seconds)") }
        if let output = sample.output { options.append("-o \(ShellText.quoted(output))") }
        let start = "curl \(Self.option(for: method ?? .post))\(address)"
        let line = ([start] + options).joined(separator: " ")
        guard line.count > 100 || line.contains("\n") else { return line }
        return ([start] + options).joined(separator: " \\\n  ")
    }

    private static func option(for method: HTTPRequest.Method) -> String {
        switch method {
        case .get: ""
        case .head: "--head "
        default: "-X \(method.rawValue) "
        }
    }
}
