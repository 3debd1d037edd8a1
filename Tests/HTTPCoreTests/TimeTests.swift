import Testing

@testable import HTTPCore

@Suite("Times")
struct TimeTests {
    static let times: [(seconds: Int64, http: String, log: String)] = [
        (0, "Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00"),
        (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37"),
        (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT", "2000-02-29T00:00:00"),
        (951_868_799, "Tue, 29 Feb 2000 23:59:59 GMT", "2000-02-29T23:59:59"),
        (1_709_164_800, "Thu, 29 Feb 2024 00:00:00 GMT", "2024-02-29T00:00:00"),
        (1_767_225_599, "Wed, 31 Dec 2025 23:59:59 GMT", "2025-12-31T23:59:59"),
        (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT", "2100-03-01T00:00:00"),
        (-1, "Wed, 31 Dec 1969 23:59:59 GMT", "1969-12-31T23:59:59"),
    ]

    @Test("are written as HTTP and the log write them", arguments: times)
    func formats(_ seconds: Int64, _ http: String, _ log: String) {
        let time = UTCTime(milliseconds: seconds * 1000 + 999)
        #expect(time.httpDate == http && time.dateAndTime == log)
    }

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
