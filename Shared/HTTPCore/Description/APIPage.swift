/// The description of an API for people.
struct APIPage: Sendable {
    let api: APIDescription
    let text: SchemaText

    init(_ api: APIDescription) {
        self.api = api
        text = SchemaText(definitions: api.schemas)
    }

    /// The document.
    var page: Page {
        let body = [introduction, contents] + sections.map(section) + api.groups.map(group)
        return Page(title: "API", product: api.title, body: body)
    }

    private var introduction: HTML {
        let machines: [HTML] = [
            "Version \(api.version). Programs read the same as OpenAPI 3.1: ", .link("/openapi.json", .code("/openapi.json")), ".",
        ]
        return HTML([.element("p", text: "\(api.summary)."), .element("p", machines)])
    }

    private var contents: HTML {
        let sections = sections.map { HTML.element("li", [.link("#\($0.id)", .text($0.title))]) }
        let groups = api.groups.map { group -> HTML in
            let operations = operations(in: group).map { HTML.element("li", [.link("#\($0.id)", .text($0.summary))]) }
            return HTML.element("li", [.text(group), .element("ul", operations)])
        }
        return .element("nav", ["aria-label": "Contents"], [.element("ul", sections + groups)])
    }

    private func section(_ section: Section) -> HTML {
        HTML([.element("h2", ["id": section.id], text: section.title), .paragraphs(section.text), HTML(section.more)])
    }

    private func group(_ name: String) -> HTML {
        HTML([HTML.element("h2", text: name)] + operations(in: name).map(operation))
    }

    private func operations(in group: String) -> [Operation] { api.operations.filter { $0.group == group } }
}
