import Testing

@testable import HTTPCore

@Suite("Where requests end")
struct MessageFramingTests {
    static let head = "POST / HTTP/1.1\r\nHost: a\r\n\r\n"
    static let cases: [(head: String, framing: MessageFraming.Body, body: String)] = [
        (head, .length(0), ""),
        ("\r\n\r\n" + head, .length(5), "hello"),
        ("POST / HTTP/1.1\nHost: a\n\n", .length(3), "\r\n\r"),
        (head, .chunked, "0\r\n\r\n"),
        (head, .chunked, "5\r\nhello\r\nA\r\n0\r\n\r\n12345\r\n0\r\n\r\n"),
        (head, .chunked, "0005;name=\"0\"\r\nhello\r\n0;x\r\nTrailer: a\r\nOther: b\r\n\r\n"),
        (head, .chunked, "a\r\n\n\n\n\n\n\n\n\n\n\n\r\n0\r\n\r\n"),
    ]

    @Test("is found wherever the bytes are cut", arguments: cases)
    func ends(_ head: String, _ framing: MessageFraming.Body, _ body: String) {
        let message = Array((head + body).utf8)
        for cut in 0...message.count {
            var state = MessageFraming()
            var heads: [Int] = []
            var position = 0
            // What follows belongs to the next request.
            let bytes = message + Array("GET /next".utf8)
            for end in [cut, bytes.count] {
                while position < end, state.state != .end {
                    position += bytes[position..<end].withUnsafeBytes { state.advance(over: $0) }
                    if state.state == .headEnd {
                        heads.append(position)
                        state.begin(framing)
                    }
                }
            }
            #expect(heads == [head.utf8.count] && position == message.count && state.state == .end, "cut at \(cut)")
        }
    }

    @Test("An enormous chunk size does not overflow")
    func enormousChunk() {
        var state = MessageFraming()
        let bytes = Array((Self.head + String(repeating: "f", count: 100) + "\r\nhello").utf8)
        let headEnd = bytes.withUnsafeBytes { state.advance(over: $0) }
        state.begin(.chunked)
        let end = bytes[headEnd...].withUnsafeBytes { state.advance(over: $0) }
        #expect(headEnd + end == bytes.count && state.state != .end)
    }
}
