extension HTML {
    /// A text in which what stands between `` ` `` is code.
    static func prose(_ text: String) -> HTML {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        return HTML(
            parts.enumerated().map { position, part in
                position.isMultiple(of: 2) ? HTML.text(String(part)) : HTML.code(String(part))
            }
        )
    }

    /// Prose in paragraphs, which have an empty line between them.
    static func paragraphs(_ text: String) -> HTML {
        HTML(text.split(separator: "\n\n").map { HTML.element("p", [HTML.prose(String($0))]) })
    }

    /// A link within the page, or to another one of the service.
    static func link(_ address: String, _ text: HTML) -> HTML { .element("a", ["href": address], [text]) }
}
