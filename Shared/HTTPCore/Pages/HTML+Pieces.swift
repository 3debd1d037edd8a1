extension HTML {
    /// A table whose first column names its rows. On a narrow screen it scrolls by itself, by keyboard, too.
    ///
    /// - Parameters:
    ///   - label: What it shows, for those who hear the page.
    ///   - columns: The headings of the columns.
    ///   - rows: As many cells each as there are columns.
    static func table(_ label: String, columns: [String], rows: [[HTML]]) -> HTML {
        let headings = columns.map { HTML.element("th", ["scope": "col"], text: $0) }
        let head = HTML.element("thead", [HTML.element("tr", headings)])
        let body = HTML.element("tbody", rows.map(row))
        let attributes: KeyValuePairs<StaticString, String> = ["class": "wide", "role": "region", "aria-label": label, "tabindex": "0"]
        return .element("div", attributes, [HTML.element("table", [head, body])])
    }

    private static func row(_ cells: [HTML]) -> HTML {
        let cells = cells.enumerated().map { position, cell in
            position == 0 ? HTML.element("th", ["scope": "row"], [cell]) : HTML.element("td", [:], [cell])
        }
        return .element("tr", cells)
    }

    /// A piece of code in the text.
    static func code(_ text: String) -> HTML {
        .element("code", text: text)
    }

    /// Lines of code. Long ones scroll, by keyboard, too.
    static func codeBlock(_ text: String) -> HTML {
        .element("pre", ["tabindex": "0"], [.code(text)])
    }
}
