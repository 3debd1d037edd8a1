import Testing

@testable import WebhookVaultService

@Suite struct CapturedHeadTests {
    private func text(_ bytes: ArraySlice<UInt8>?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

    @Test func `a head is taken apart without loss`() {
        let head = CapturedHead(Array("\r\nPOST /hook/t/a?b=1?c HTTP/1.1\r\nHost: x\r\nX-A:\t1: 2 \t\r\nx-a:\r\n\r\n".utf8))
        #expect(text(head.method) == "POST")
        #expect(text(head.target) == "/hook/t/a?b=1?c")
        #expect(text(head.version) == "HTTP/1.1")
        #expect(head.fields.map { text($0.name) } == ["Host", "X-A", "x-a"])
        #expect(head.fields.map { text($0.value) } == ["x", "1: 2", ""])
        #expect(text(head.query) == "b=1?c")
        #expect(text(head.value(of: "x-a")) == "1: 2")
        #expect(head.value(of: "x-b") == nil)
    }

    @Test(
        "the path in the hook is what follows the token",
        arguments: [
            ("/hook/t", "/"), ("/hook/t/", "/"), ("/hook/t/a/b", "/a/b"), ("/hook/t//a", "//a"), ("//hook//t/a/", "/a/"),
            ("/hook/t?x=/y", "/"),
            ("/hook/t/a%2Fb?x", "/a%2Fb"),
        ]
    )
    func pathInHook(target: String, path: String) {
        #expect(text(CapturedHead(Array("GET \(target) HTTP/1.1\r\n\r\n".utf8)).pathInHook) == path)
    }

    @Test("what is no head is taken apart as far as it goes", arguments: ["", "\r\n", "GET", "GET /", ": x\n", "\0\n\0"])
    func rubbish(text: String) {
        let head = CapturedHead(Array(text.utf8))
        #expect(head.bytes == Array(text.utf8))
        #expect(head.fields.count <= 1)
    }
}
