extension Operation {
    /// A request that works, as far as it differs from what the examples of the parameters and the body say.
    public struct Example: Sendable {
        /// Names and values; empty if the parameters say them.
        let query: [(name: String, value: String)]
        /// Whole lines.
        let headers: [String]
        /// Instead of the body's example.
        let body: String?
        /// The file that is sent, instead of a body that is written in the line.
        let upload: String?
        /// After how many seconds it is broken off, for answers without an end.
        public let seconds: Int?
        /// The file that takes the answer.
        public let output: String?
        /// The variables that later examples need, with the path of the member of the answer that each of them is.
        public let captures: [String: String]

        init(
            query: [(name: String, value: String)] = [],
            headers: [String] = [],
            body: String? = nil,
            upload: String? = nil,
            seconds: Int? = nil,
            output: String? = nil,
            captures: [String: String] = [:]
        ) {
            self.query = query
            self.headers = headers
            self.body = body
            self.upload = upload
            self.seconds = seconds
            self.output = output
            self.captures = captures
        }

        /// What is to be captured, found in an answer; `nil` if a part of it is not there.
        public func captured(from answer: JSONValue) -> [String: String]? {
            var values: [String: String] = [:]
            for (variable, path) in captures {
                guard let value = Self.member(at: path, of: answer) else { return nil }
                values[variable] = SchemaText.plain(value)
            }
            return values
        }

        private static func member(at path: String, of answer: JSONValue) -> JSONValue? {
            var value = answer
            for step in path.split(separator: ".") {
                guard let next = Int(step).flatMap({ value[$0] }) ?? value[String(step)] else { return nil }
                value = next
            }
            return value
        }
    }

    /// The path of the example: with an example for each parameter, or else a variable of its name.
    var examplePath: String {
        var path = openAPIPath
        for parameter in allParameters where parameter.place == .path {
            let value = parameter.example.map(SchemaText.plain) ?? "$\(parameter.name.uppercased())"
            path = path.replacing("{\(parameter.name)}", with: ShellText.percentEncoded(value))
        }
        return path
    }

    /// The query of the example, with its `?`; empty if it has none.
    var exampleQuery: String {
        let declared = allParameters.filter { $0.place == .query }
            .compactMap { parameter in parameter.example.map { (parameter.name, SchemaText.plain($0)) } }
        let query = sample.query.isEmpty ? declared : sample.query.map { ($0.name, $0.value) }
        let pairs = query.map { name, value in
            "\(ShellText.percentEncoded(name, inQuery: true))=\(ShellText.percentEncoded(value, inQuery: true))"
        }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    /// The header lines of the example.
    var exampleHeaders: [String] {
        let declared = allParameters.filter { $0.place == .header }
            .compactMap { parameter in parameter.example.map { "\(parameter.name): \(SchemaText.plain($0))" } }
        let type = exampleBody == nil ? nil : body?.content.first?.type
        let given = declared + sample.headers
        let saysType = given.contains { $0.lowercased().hasPrefix("content-type:") }
        var lines: [String] = []
        if let key = access.exampleHeader { lines.append(key) }
        if let type, !saysType { lines.append("Content-Type: \(type)") }
        return lines + given
    }

    /// The names of the variables in it, as often as they occur.
    var exampleVariables: [String] {
        let texts = exampleHeaders + [examplePath, exampleQuery, exampleBody ?? ""]
        return texts.flatMap { ShellText.variables(in: $0) }
    }

    /// The body of the example; `nil` if it has none.
    var exampleBody: String? {
        if let body = sample.body { return body }
        guard let media = body?.content.first, let value = media.example else { return nil }
        return media.isJSON ? JSONLayout.text(value) : SchemaText.plain(value)
    }
}
