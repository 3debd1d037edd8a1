import HTTPTypes

extension APIPage {
    /// All about one operation.
    func operation(_ operation: Operation) -> HTML {
        HTML([
            .element("h3", ["id": operation.id], text: operation.summary),
            .element("p", [.code("\(operation.method?.rawValue ?? "Any method:") \(operation.openAPIPath)")]),
            .paragraphs(operation.details),
            .element("p", [.prose(operation.access.words)]),
            parameters(of: operation),
            body(of: operation),
            example(of: operation),
            answers(of: operation),
        ])
    }

    private func parameters(of operation: Operation) -> HTML {
        let rows = operation.allParameters.map { parameter -> [HTML] in
            let value = text.valueWords(parameter.schema.json)
            return [
                .code(parameter.name),
                .text(parameter.place.rawValue),
                .prose(parameter.isRequired ? value : "\(value); optional"),
                .prose(parameter.description),
            ]
        }
        guard !rows.isEmpty else { return HTML([]) }
        return HTML([
            .element("h4", text: "Parameters"),
            .table("Parameters: \(operation.summary)", columns: ["Name", "In", "Value", "Meaning"], rows: rows),
        ])
    }

    private func body(of operation: Operation) -> HTML {
        guard let body = operation.body else { return HTML([]) }
        let types = body.content.map { "`\($0.type)`" }.joined(separator: " or ")
        let fields = body.content.compactMap(\.schema).first.map { text.fields(of: $0.json) } ?? []
        return HTML([
            .element("h4", text: "Body"),
            .element("p", [.prose("\(types)\(body.isRequired ? "" : "; optional"). \(body.description)")]),
            table("Body: \(operation.summary)", fields),
        ])
    }

    private func table(_ label: String, _ fields: [SchemaText.Field]) -> HTML {
        guard !fields.isEmpty else { return HTML([]) }
        let rows = fields.map { field -> [HTML] in
            [.code(field.path), .prose(field.isRequired ? field.words : "\(field.words); optional"), .prose(field.description)]
        }
        return .table(label, columns: ["Field", "Value", "Meaning"], rows: rows)
    }

    private func example(of operation: Operation) -> HTML {
        let captures = operation.sample.captures.sorted { $0.key < $1.key }.map { "`\($0.value)` of the answer as `\($0.key)`" }
        let note = captures.isEmpty ? "" : "Keep \(captures.joined(separator: " and ")) for the examples below."
        return HTML([
            .element("h4", text: "Example"),
            .codeBlock(operation.curl(baseURL: api.baseURL)),
            .paragraphs(note),
        ])
    }

    private func answers(of operation: Operation) -> HTML {
        let fields = operation.answers.first?.content.first?.schema.map { text.fields(of: $0.json) } ?? []
        let rows = operation.answers.map { answer -> [HTML] in
            let types = answer.content.map { "`\($0.type)`" }.joined(separator: " or ")
            return [.text(String(answer.status.code)), .prose(types.isEmpty ? "no body" : types), .prose(answer.description)]
        }
        let more: [HTML] = [.element("summary", text: "Fields of the answer"), table("Answer: \(operation.summary)", fields)]
        return HTML([
            .element("h4", text: "Answers"),
            .table("Answers: \(operation.summary)", columns: ["Status", "Body", "Meaning"], rows: rows),
            fields.isEmpty ? HTML([]) : .element("details", more),
            problems(operation.problems),
        ])
    }

    /// A table of errors, each with a link to its page.
    func problems(_ codes: [ProblemCode]) -> HTML {
        guard !codes.isEmpty else { return HTML([]) }
        let rows = codes.sorted { $0.status.code < $1.status.code }.map { code -> [HTML] in
            [.text(String(code.status.code)), .link(code.type, .code(code.code)), .text(code.title)]
        }
        return .table("Errors", columns: ["Status", "Code", "Meaning"], rows: rows)
    }
}
