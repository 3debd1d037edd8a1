import HTTPTypes
import NIOCore

/// A whole document: what all pages of all products have in common, around what is particular to this one. It works without scripts, and
/// none can run in it.
public struct Page: Sendable {
    private let title: String
    private let product: String
    private let body: [HTML]

    /// A page.
    ///
    /// - Parameters:
    ///   - title: What it is about: its first heading, and its name in the browser.
    ///   - product: The name of the product.
    ///   - body: What follows the first heading.
    public init(title: String, product: String, body: [HTML]) {
        self.title = title
        self.product = product
        self.body = body
    }

    /// The page as it is served.
    var document: PreparedDocument {
        PreparedDocument(
            ByteBuffer(string: markup),
            type: "text/html; charset=utf-8",
            headers: [.contentSecurityPolicy: Self.policy]
        )
    }

    /// As strict as what every answer has, except for the one style sheet; forms and other base addresses do not fall under `default-src`.
    static let policy = """
        default-src 'none'; style-src '\(Stylesheet.source)'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
        """

    /// The document.
    var markup: String {
        "<!doctype html>\n" + HTML.element("html", ["lang": "en"], [head, .element("body", [skipLink, banner, main])]).markup
    }

    private var head: HTML {
        .element(
            "head",
            [
                .element("meta", ["charset": "utf-8"]),
                .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                .element("title", text: "\(title) – \(product)"),
                .stylesheet,
            ]
        )
    }

    /// So that who moves by keyboard need not go through the links of every page.
    private var skipLink: HTML {
        .element("a", ["class": "skip", "href": "#main"], text: "Skip to the content")
    }

    private var banner: HTML {
        let links: [HTML] = [
            .element("li", [.element("a", ["href": "/api-docs"], text: "API")]),
            .element("li", [.element("a", ["href": "/errors"], text: "Errors")]),
        ]
        return .element(
            "header",
            [.element("strong", text: product), .element("nav", ["aria-label": "Pages"], [.element("ul", links)])]
        )
    }

    private var main: HTML {
        .element("main", ["id": "main"], [HTML.element("h1", text: title)] + body)
    }
}
