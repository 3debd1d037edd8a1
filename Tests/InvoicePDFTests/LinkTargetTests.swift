import Testing

@testable import InvoicePDF

@Suite("Links")
struct LinkTargetTests {
    @Test(
        "are made of addresses only",
        arguments: [
            ("billing@studio.example", "mailto:billing@studio.example"), ("https://studio.example/a?b=c", "https://studio.example/a?b=c"),
            ("HTTP://studio.example", "HTTP://studio.example"), ("www.studio.example", "https://www.studio.example"),
            ("", nil), ("studio", nil), ("a@b", nil), ("@studio.example", nil), ("a@b@c.example", nil), ("a b@studio.example", nil),
            ("javascript:alert@x.example", nil), ("https://studio.example/)>>endobj", nil), ("büro@studio.example", nil),
            ("file:///etc/passwd", nil),
        ] as [(String, String?)]
    )
    func addresses(text: String, uri: String?) {
        #expect(LinkTarget.uri(of: text) == uri)
    }
}
