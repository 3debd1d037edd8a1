import HTTPTypes

extension APIPage {
    /// All about one operation.
    func operation(_ operation: Operation) -> HTML {
        HTML([
            .element("h3", ["id": operation.id], text: operation.summary),
            .element("p", [.code("\(operation.method?.rawValue ?? "Any method:") \(operation.openAPIPath)")]),
            .paragraphs(operation.details),
            .element("p", [.prose(operation.access.words)]),
            .paragraphs(operation.notes.joined(separator: "\n\n")),
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
        let forms = body.content.flatMap { media -> [Form] in fields(in: media, titled: "`\(media.type)`") }
        let description = body.description.isEmpty ? "" : ". \(body.description)"
        return HTML([
            .element("h4", text: "Body"),
            .element("p", [.prose("\(types)\(body.isRequired ? "" : "; optional")\(description)")]),
            tables("Body: \(operation.summary)", forms),
        ])
    }

    /// One of the forms that a body may have.
    private typealias Form = (title: String, fields: [SchemaText.Field])

    /// The forms of a media type that have fields: several if its schema has alternatives.
    private func fields(in media: Operation.Media, titled title: String) -> [Form] {
        guard let schema = media.schema else { return [] }
        return text.forms(of: schema.json).map { (title: title, fields: $0) }
    }

    /// The fields of each form, under its title if there is more than one.
    private func tables(_ label: String, _ forms: [Form]) -> HTML {
        guard forms.count > 1 else { return HTML(forms.map { table(label, $0.fields) }) }
        let parts = forms.enumerated().map { position, form -> HTML in
            let title = HTML.element("p", [.prose(position == 0 ? "\(form.title):" : "Or \(form.title):")])
            return HTML([title, table("\(label), form \(position + 1)", form.fields)])
        }
        return HTML(parts)
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
        let forms = operation.answers.flatMap { answer -> [Form] in
            answer.content.flatMap { media -> [Form] in fields(in: media, titled: "\(answer.status.code), `\(media.type)`") }
        }
        let nothing = operation.answersAnyStatus ? "anything" : "no body"
        let rows = operation.answers.map { answer -> [HTML] in
            let types = answer.content.map { "`\($0.type)`" }.joined(separator: " or ")
            return [.text(String(answer.status.code)), .prose(types.isEmpty ? nothing : types), .prose(answer.description)]
        }
        let more: [HTML] = [.element("summary", text: "Fields of the answer"), tables("Answer: \(operation.summary)", forms)]
        return HTML([
            .element("h4", text: "Answers"),
            .table("Answers: \(operation.summary)", columns: ["Status", "Body", "Meaning"], rows: rows),
            forms.isEmpty ? HTML([]) : .element("details", more),
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
