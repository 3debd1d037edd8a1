import Testing

@testable import CronPingService

@Suite struct CanonicalUUIDTests {
    @Test func `either case is read and comes out in lower case`() {
        #expect(CanonicalUUID("2F0d4A4E-1111-4222-8333-123456789ABC")?.text == "2f0d4a4e-1111-4222-8333-123456789abc")
    }

    @Test(
        "everything else is refused",
        arguments: [
            "", "2f0d4a4e", "2f0d4a4e-1111-4222-8333-123456789ab", "2f0d4a4e-1111-4222-8333-123456789abcd",
            "2f0d4a4e11114222-8333-123456789abc-1", "2f0d4a4e-1111-4222-8333-123456789abg", "{f0d4a4e-1111-4222-8333-123456789abc",
            "2f0d4a4e-1111-4222-8333-1234567é9ab", "２f0d4a4e-1111-4222-8333-123456789a", "------------------------------------",
        ]
    )
    func others(text: String) {
        #expect(CanonicalUUID(text) == nil)
    }

    @Test func `a random one is of version 4, and another one each time`() throws {
        let some = (0..<1_000).map { _ in CanonicalUUID.random().text }
        #expect(Set(some).count == 1_000)
        for text in some {
            #expect(CanonicalUUID(text)?.text == text)
            let characters = Array(text)
            #expect(characters[14] == "4")
            #expect("89ab".contains(characters[19]))
        }
    }
}
