import Testing

@testable import HTTPCore

@Suite("IP addresses")
struct IPAddressTests {
    static let valid: [(text: String, canonical: String)] = [
        ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"), ("192.0.2.1", "192.0.2.1"),
        ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("2001:DB8::1", "2001:db8::1"), ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
        ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8"), ("0001:02:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
        ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"), ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
        ("::ffff:192.0.2.1", "192.0.2.1"), ("::ffff:c000:201", "192.0.2.1"), ("fe80::1", "fe80::1"),
    ]

    @Test("are read in every form and written in one", arguments: valid)
    func reads(_ text: String, _ canonical: String) throws {
        let address = try #require(IPAddress(text))
        #expect(address.description == canonical)
        #expect(IPAddress(canonical) == address)
    }

    static let invalid = [
        "", " ", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.04", "1.2.3.-4", "+1.2.3.4", "1.2.3.4 ", "1.2.3.x", "0x1.2.3.4",
        "1..2.3",
        ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "12345::", "g::", "::1%eth0", "[::1]",
        "1:2:3:4:5:6:7:1.2.3.4",
        "::1.2.3", "::1.2.3.256", ":1", "1:", "::+1", "-1::", "localhost",
    ]

    @Test("are not read from anything else", arguments: invalid)
    func refuses(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test("count as their /64 network under a limit if they are long")
    func limitKey() {
        #expect(IPAddress("192.0.2.1")?.limitKey == "192.0.2.1")
        #expect(IPAddress("2001:db8:1:2:3:4:5:6")?.limitKey == "2001:db8:1:2::/64")
        #expect(IPAddress("2001:db8:1:2:9::")?.limitKey == "2001:db8:1:2::/64")
    }

    static let networks: [(network: String, inside: [String], outside: [String])] = [
        ("10.0.0.0/8", ["10.0.0.0", "10.255.255.255", "::ffff:10.1.2.3"], ["9.255.255.255", "11.0.0.0", "::a00:0"]),
        ("192.0.2.129/25", ["192.0.2.128", "192.0.2.255"], ["192.0.2.127"]),
        ("192.0.2.1", ["192.0.2.1"], ["192.0.2.0", "192.0.2.2"]),
        ("0.0.0.0/0", ["1.2.3.4"], ["::1"]),
        ("::/0", ["::1", "2001:db8::"], ["1.2.3.4"]),
        ("2001:db8::/33", ["2001:db8:7fff::"], ["2001:db8:8000::"]),
        ("::1/128", ["::1"], ["::", "::2"]),
    ]

    @Test("are in a network or not", arguments: networks)
    func contains(_ text: String, _ inside: [String], _ outside: [String]) throws {
        let network = try #require(IPNetwork(text))
        for address in inside { #expect(network.contains(try #require(IPAddress(address))), "\(address)") }
        for address in outside { #expect(!network.contains(try #require(IPAddress(address))), "\(address)") }
    }

    @Test(
        "make no network with",
        arguments: ["10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/8/8", "/8", "10.0.0/8", "a/8"]
    )
    func noNetwork(text: String) {
        #expect(IPNetwork(text) == nil)
    }
}

@Suite("The client's address")
struct TrustedProxyTests {
    static let cases: [(peer: String, forwarded: [String], client: String)] = [
        ("203.0.113.1", [], "203.0.113.1"),
        ("203.0.113.1", ["198.51.100.7"], "203.0.113.1"),
        ("127.0.0.1", [], "127.0.0.1"),
        ("127.0.0.1", ["198.51.100.7"], "198.51.100.7"),
        ("127.0.0.1", ["192.0.2.66, 198.51.100.7"], "198.51.100.7"),
        ("127.0.0.1", ["198.51.100.7, 10.1.2.3"], "198.51.100.7"),
        ("127.0.0.1", ["192.0.2.66", "198.51.100.7", "10.1.2.3, 10.4.5.6"], "198.51.100.7"),
        ("127.0.0.1", ["10.1.2.3, 10.4.5.6"], "10.1.2.3"),
        ("127.0.0.1", ["198.51.100.7, unknown"], "127.0.0.1"),
        ("127.0.0.1", ["198.51.100.7, unknown, 10.1.2.3"], "10.1.2.3"),
        ("127.0.0.1", ["198.51.100.7,, 10.1.2.3"], "10.1.2.3"),
        ("127.0.0.1", [""], "127.0.0.1"),
        ("127.0.0.1", ["198.51.100.7:4711"], "198.51.100.7"),
        ("127.0.0.1", ["[2001:db8::7]:4711"], "2001:db8::7"),
        ("127.0.0.1", ["2001:db8::7"], "2001:db8::7"),
        ("::1", ["::ffff:198.51.100.7"], "198.51.100.7"),
    ]

    @Test("is the last one that a trusted proxy vouches for", arguments: cases)
    func client(_ peer: String, _ forwarded: [String], _ client: String) throws {
        let proxies = try TrustedProxies(list: "127.0.0.1, ::1 10.0.0.0/8")
        #expect(proxies.client(peer: try #require(IPAddress(peer)), forwardedFor: forwarded).description == client)
    }

    @Test("A list with an entry that is no address names the entry")
    func unreadable() {
        #expect(throws: TrustedProxies.Unreadable(entry: "proxy.local")) { try TrustedProxies(list: "127.0.0.1,proxy.local") }
        #expect(throws: Never.self) { try TrustedProxies(list: "") }
    }
}
