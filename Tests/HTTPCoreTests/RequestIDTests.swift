import Testing

@testable import HTTPCore

@Suite("Request ids")
struct RequestIDTests {
    @Test("Request ids are short, acceptable and all different")
    func requestIDs() {
        let ids = (0..<10_000).map { _ in RequestID.next() }
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.utf8.count == 15 && RequestID.isAcceptable($0) })
    }

    @Test("A request id from outside is taken over only if it is harmless")
    func acceptableIDs() {
        for id in ["a", "A-z_0.9", String(repeating: "x", count: 128)] { #expect(RequestID.isAcceptable(id)) }
        for id in ["", " ", "a b", "a\n", "é", "a/b", "a\"", String(repeating: "x", count: 129)] { #expect(!RequestID.isAcceptable(id)) }
    }
}
