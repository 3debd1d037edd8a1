import Cryptography
import HTTPTypes
import Hummingbird
import Testing

@testable import HTTPCore

@Suite("HTML")
struct HTMLTests {
    @Test func `a text stays a text`() {
        #expect(HTML.text("a < b && \"c\" > 'd'").markup == "a &lt; b &amp;&amp; \"c\" &gt; 'd'")
        #expect(HTML.text("&lt; – é 日本").markup == "&amp;lt; – é 日本")
        #expect(HTML.text("a\u{0}b").markup == "a\u{FFFD}b")
    }

    @Test func `an interpolated text is escaped`() {
        let name = "<b>"
        let greeting: HTML = "Hello \(name) & all"
        #expect(greeting.markup == "Hello &lt;b&gt; &amp; all")
    }

    @Test func `an attribute cannot be left`() {
        let element = HTML.element("a", ["href": "\"><script>alert(1)</script>", "title": "'&'"], text: "x")
        #expect(element.markup == "<a href=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\" title=\"'&amp;'\">x</a>")
    }

    static let hostile = [
        "<script>alert(1)</script>", "</pre></code></main><img src=x onerror=alert(1)>", "<!--", "]]>", "\"'`=<", "&#60;b&#62;", "\u{0}<a",
    ]

    @Test(arguments: hostile)
    func `no text makes an element, wherever it stands`(text: String) {
        let page = Page(title: text, product: text, body: [.element("p", ["title": text], text: text), .codeBlock(text), .text(text)])
        let harmless = Page(title: "", product: "", body: [.element("p", ["title": ""], text: ""), .codeBlock(""), .text("")])
        #expect(Self.tags(in: page.markup) == Self.tags(in: harmless.markup))
    }

    /// The names in the tags, in their order. An attribute's value never has `<`, so every one begins a tag.
    private static func tags(in markup: String) -> [String] {
        markup.split(separator: "<").map { piece in
            String(decoding: piece.utf8.prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: " ") }, as: UTF8.self)
        }
    }

    @Test func `only void elements go without an end tag`() {
        #expect(HTML.element("br").markup == "<br>")
        #expect(HTML.element("meta", ["charset": "utf-8"]).markup == "<meta charset=\"utf-8\">")
        #expect(HTML.element("td").markup == "<td></td>")
        #expect(HTML.element("td", []).markup == "<td></td>")
    }

    @Test func `children stand in their order`() {
        let list = HTML.element("ul", ["class": "x"], [.element("li", text: "1"), .element("li", [.element("b", text: "2"), "3"])])
        #expect(list.markup == "<ul class=\"x\"><li>1</li><li><b>2</b>3</li></ul>")
        #expect(HTML([list, "4"]).markup == list.markup + "4")
    }

    @Test func `the first line break of a code block is not lost`() {
        // A parser drops one right after the start tag.
        #expect(HTML.element("pre", text: "\na").markup == "<pre>\n\na</pre>")
    }

    @Test func `a table names its columns and rows, and can be scrolled by keyboard`() {
        let table = HTML.table("Plans", columns: ["Name", "Price"], rows: [["free", "0"]])
        #expect(
            table.markup == """
                <div class="wide" role="region" aria-label="Plans" tabindex="0"><table>\
                <thead><tr><th scope="col">Name</th><th scope="col">Price</th></tr></thead>\
                <tbody><tr><th scope="row">free</th><td>0</td></tr></tbody></table></div>
                """
        )
    }
}

@Suite("Pages")
struct PageTests {
    private let page = Page(title: "A & B", product: "<Product>", body: [.element("p", text: "Body")])

    @Test func `a page is a whole document that can be read anywhere`() {
        let markup = page.markup
        #expect(markup.hasPrefix("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"))
        #expect(markup.contains("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"))
        #expect(markup.contains("<title>A &amp; B – &lt;Product&gt;</title>"))
        #expect(markup.contains("<main id=\"main\"><h1>A &amp; B</h1><p>Body</p></main>"))
        #expect(markup.hasSuffix("</body></html>"))
    }

    @Test func `the first link of a page skips to its content`() throws {
        let markup = page.markup
        let firstLink = try #require(markup.firstMatch(of: /<a [^>]*>/)).0
        let target = try #require(firstLink.firstMatch(of: /class="skip" href="#([a-z]+)"/)).1
        #expect(markup.contains("<main id=\"\(target)\">"))
    }

    @Test func `the policy allows the one style sheet and nothing else`() throws {
        let style = try #require(page.markup.firstMatch(of: /(?s)<style>(.*?)<\/style>/)).1
        let hash = Base64.encode(SHA256.digest(of: String(style)).bytes)
        let policy = try #require(page.document.headers[.contentSecurityPolicy])
        #expect(
            policy == """
                default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
                """
        )
        for forbidden in ["<script", " style=", " onclick=", "<link", "http:", "https:"] {
            #expect(!page.markup.contains(forbidden), "\(forbidden)")
        }
    }

    @Test func `a page is light or dark as the reader's system is`() {
        #expect(Stylesheet.text.contains("color-scheme:light dark") && Stylesheet.text.contains("@media (prefers-color-scheme:dark)"))
        #expect(Stylesheet.text.contains(":focus-visible{outline:"))
    }
}
