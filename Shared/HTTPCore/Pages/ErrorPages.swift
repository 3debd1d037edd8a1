import HTTPTypes

/// The pages that explain a service's errors, made from the catalogue.
struct ErrorPages: Sendable {
    let codes: [ProblemCode]
    let product: String

    /// The list of all codes.
    var index: Page {
        let introduction: [HTML] = [
            "Every error is answered as ", .code("application/problem+json"), " (RFC 9457). Programs compare ", .code("code"),
            ", which never changes. ", .code("detail"), " says what is wrong this time, and ", .code("request_id"),
            " is what we need to find the request in our logs.",
        ]
        let table = HTML.table("Errors", columns: ["Code", "Status", "Meaning"], rows: codes.map(Self.row))
        return Page(title: "Errors", product: product, body: [.element("p", introduction), table])
    }

    private static func row(for code: ProblemCode) -> [HTML] {
        [.element("a", ["href": code.type], [.code(code.code)]), .text(status(of: code)), .text(code.title)]
    }

    /// The page of each code, as it is served.
    var documents: [ExactText: PreparedDocument] {
        Dictionary(codes.map { (ExactText($0.code), page(for: $0).document) }) { first, _ in first }
    }

    /// What a code means and what to do about it.
    private func page(for code: ProblemCode) -> Page {
        let summary: [HTML] = ["Code ", .code(code.code), ", status ", .text(Self.status(of: code)), "."]
        let body: [HTML] = [
            .element("p", summary),
            .element("h2", text: "What to do"),
            .element("p", text: code.advice),
            HTML(code == .invalidInput ? Self.faults : []),
            .element("h2", text: "What the answer looks like"),
            .codeBlock(Self.example(of: code)),
            .element("p", Self.wayOn),
        ]
        return Page(title: code.title, product: product, body: body)
    }

    private static func status(of code: ProblemCode) -> String {
        "\(code.status.code) \(code.status.reasonPhrase)"
    }

    /// Where to look next.
    private static let wayOn: [HTML] = [
        "See also ", .element("a", ["href": "/errors"], text: "all errors"),
        " and ", .element("a", ["href": "/api-docs"], text: "the API"), ".",
    ]

    /// What stands in the `errors` of an answer about invalid input.
    private static let faults: [HTML] = [
        .element("h2", ["id": "faults"], text: "What \"errors\" says"),
        .element("p", aboutFaults),
        .table(
            "Codes of faults",
            columns: ["Code", "Meaning"],
            rows: InputFault.Code.explained.map { [HTML.code($0.code.rawValue), HTML.text($0.meaning)] }
        ),
    ]

    private static let aboutFaults: [HTML] = [
        "All that is wrong is listed at once, up to \(InvalidInput.listedFaults) faults. ", .code("path"),
        " is the place in the body, such as ", .code("$.items[0].quantity"), ", or a parameter of the query, such as ",
        .code("query.limit"), ". ", .code("code"), " is one of these, or one of the product's own, which ", .code("message"), " explains:",
    ]

    /// An answer with this code, one member a line.
    private static func example(of code: ProblemCode) -> String {
        let members = Problem.example(of: code).json(requestID: "8q2mz5vd0000k7c").objectValue ?? [:]
        let lines = members.map { "  \(JSONValue.string($0.name)): \(indented($0.value))" }
        return "{\n" + lines.joined(separator: ",\n") + "\n}"
    }

    private static func indented(_ value: JSONValue) -> String {
        guard let elements = value.arrayValue else { return value.serialized() }
        return "[\n" + elements.map { "    \($0)" }.joined(separator: ",\n") + "\n  ]"
    }
}
