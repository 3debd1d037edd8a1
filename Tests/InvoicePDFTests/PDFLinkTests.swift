import Testing

@testable import InvoicePDF

@Suite("A link")
struct PDFLinkTests {
    @Test("is a printed, described annotation on a page with tab order, in the place of its text")
    func annotation() async throws {
        let file = try await PDFObjects(of: LaidOutSample.pdf())
        let annotations = file.all(containing: "/Type /Annot\n")
        #expect(annotations.count == 1)
        let annotation = try #require(annotations.first)
        let description = PDFText.string("Pay at example.org".unicodeScalars).lowercased()
        let uri = #"/URI (https://example.org/\(%C3%A4\)%20b?q=%20%5C)"#
        for entry in ["/F 4\n", "/Border [\n    0\n    0\n    0\n  ]", "/S /URI", uri, "/Contents \(description)"] {
            #expect(annotation.contains(entry), "\(entry)")
        }
        #expect(annotation.contains("/Rect [\n    120\n    527.89\n    180\n    541.89\n  ]"))
        #expect(file.pages.map { $0.text.contains("/Tabs /S") } == [false, true])
        #expect(file.reference("P", of: annotation) == file.pages[1].number)
    }

    @Test(
        "has a target in ASCII",
        arguments: [
            ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
            ("mailto:ü@example.org", "mailto:%C3%BC@example.org"),
            ("https://例え.jp", "https://%E4%BE%8B%E3%81%88.jp"), ("a b\n<\"\\^`{|}>", "a%20b%0A%3C%22%5C%5E%60%7B%7C%7D%3E"),
        ]
    )
    func targets(uri: String, expected: String) {
        #expect(PDFLink.target(uri) == expected)
    }

    @Test("is left out when nobody could follow it, or it belongs to no element")
    func leftOut() async throws {
        #expect(PDFLink.target(String(repeating: "a", count: 2_048)) != nil)
        #expect(PDFLink.target(String(repeating: "a", count: 2_049)) == nil)
        let pdf = try LaidOutSample.pdf { invoice in
            for page in invoice.pages.indices {
                for row in invoice.pages[page].rows.indices {
                    for mark in invoice.pages[page].rows[row].row.marks.indices {
                        guard case .link(let box, _) = invoice.pages[page].rows[row].row.marks[mark].content else { continue }
                        invoice.pages[page].rows[row].row.marks[mark].content = .link(box, uri: String(repeating: "a", count: 3_000))
                    }
                }
            }
        }
        #expect(try await PDFObjects(of: pdf).all(containing: "/Annot").isEmpty)
    }
}
