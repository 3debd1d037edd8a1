import Testing

@testable import FlagRules

@Suite struct `IP addresses and networks` {
    @Test(
        "an address is dotted decimal, or a form of RFC 4291",
        arguments: [
            ("0.0.0.0", "::ffff:0:0"), ("255.255.255.255", "::ffff:ffff:ffff"), ("10.1.200.30", "::ffff:a01:c81e"),
            ("::", "0:0:0:0:0:0:0:0"),
            ("::1", "0:0:0:0:0:0:0:1"), ("1::", "1:0:0:0:0:0:0:0"), ("1:2:3:4:5:6:7:8", "0001:0002:0003:0004:0005:0006:0007:0008"),
            ("1::8", "1:0:0:0:0:0:0:8"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
            ("2001:DB8::AbCd", "2001:db8:0:0:0:0:0:abcd"), ("::1.2.3.4", "::102:304"), ("::ffff:1.2.3.4", "::ffff:102:304"),
            ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"), ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
            ("1::1.2.3.4", "1:0:0:0:0:0:102:304"),
        ]
    )
    func addresses(text: String, same: String) throws {
        #expect(try #require(IPAddress(text[...])).bits == #require(IPAddress(same[...])).bits)
    }

    @Test(
        "all else is no address",
        arguments: [
            "", "1", "1.2.3", "1.2.3.4.5", "1.2.3.", ".1.2.3", "1..2.3", "256.0.0.1", "1.2.3.1000", "01.2.3.4", "1.2.3.00", "+1.2.3.4",
            "1.2.3.-4",
            "0x1.2.3.4", " 1.2.3.4", "1.2.3.4 ", "1.2.3.4\n", "1.2.3.4:80", "1.2.3.4/32", "٣.2.3.4", "1.2.3.a", ":", ":::", "1", "1:2",
            ":1", "1:",
            "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8:", ":1:2:3:4:5:6:7:8", "1::2::3", "::1::", "1:::2", "12345::", "g::",
            "::+1",
            "::-1", "1:2:3:4::5:6:7:8", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "fe80::1%eth0", "[::1]", "::1.2.3", "::1.2.3.4:5",
            "1.2.3.4::", "1:2:3:4:5:6:7:1.2.3.4", "::1:2:3:4:5:6:1.2.3.4", "::01.2.3.4", "::ffff:1.2.3.256", "localhost", "::é", "::1\0",
            "0000:0000:0000:0000:0000:0000:0000:0000:0000:0000", "00000000000000000000000000000000000000000000000000",
        ]
    )
    func noAddresses(text: String) {
        #expect(IPAddress(text[...]) == nil)
    }

    @Test(
        "a network holds the addresses that share its first bits",
        arguments: [
            ("10.0.0.0/8", "10.0.0.0 10.255.255.255", "9.255.255.255 11.0.0.0 ::10.0.0.0 a00::"),
            ("192.168.1.128/25", "192.168.1.128 192.168.1.255", "192.168.1.127 192.168.2.0"),
            ("0.0.0.0/0", "0.0.0.0 255.255.255.255", "::"),
            ("10.1.2.3", "10.1.2.3", "10.1.2.2 10.1.2.4"), ("10.1.2.3/32", "10.1.2.3", "10.1.2.2"), ("10.1.2.2/31", "10.1.2.3", "10.1.2.4"),
            ("2001:db8::/32", "2001:db8:: 2001:db8:ffff::1", "2001:db7:: 2001:db9:: 32.1.13.184"),
            ("::1", "::1 0:0:0:0:0:0:0:1", ":: ::2 0.0.0.1"),
            ("::/0", "::1 ffff::", "1.2.3.4"), ("2001:db8::1/128", "2001:db8::1", "2001:db8::2"), ("fe80::/10", "febf::1", "fec0::"),
        ]
    )
    func networks(text: String, inside: String, outside: String) throws {
        let network = try #require(IPNetwork(text))
        for address in inside.split(separator: " ") { #expect(network.contains(try #require(IPAddress(address))), "\(address)") }
        for address in outside.split(separator: " ") { #expect(!network.contains(try #require(IPAddress(address))), "\(address)") }
    }

    @Test(
        "an IPv4 address in its IPv6 form is in networks of both",
        arguments: [
            ("10.0.0.0/8", "::ffff:10.1.2.3", true), ("10.0.0.0/8", "::ffff:a01:203", true), ("10.0.0.0/8", "::ffff:11.1.2.3", false),
            ("10.0.0.0/8", "::10.1.2.3", false), ("10.0.0.0/8", "::fffe:10.1.2.3", false), ("0.0.0.0/0", "::ffff:0:0", true),
            ("0.0.0.0/0", "::1:0:0:0", false), ("::ffff:0:0/96", "::ffff:10.1.2.3", true), ("::ffff:10.0.0.0/104", "::ffff:10.1.2.3", true),
            ("::/0", "::ffff:10.1.2.3", true), ("::ffff:0:0/96", "10.1.2.3", false), ("10.1.2.3", "::ffff:10.1.2.3", true),
        ]
    )
    func mapped(network: String, address: String, isInside: Bool) throws {
        #expect(try #require(IPNetwork(network)).contains(#require(IPAddress(address[...]))) == isInside)
    }

    @Test(
        "all else is no network",
        arguments: [
            "", "/", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/08", "10.0.0.0/+8", "10.0.0.0/-1", "10.0.0.0/8/8", "10.0.0.0/ 8",
            "10.0.0.0 /8",
            "10.0.0.0/255.0.0.0", "10.0.0.0/8a", "10/8", "::/129", "::/1000", "::/00", "::/", "fe80::%eth0/10", "10.0.0.5/8",
            "2001:db8::1/32",
            "1.2.3.4/0", "10.0.0.0/99999999999999999999", "any",
        ]
    )
    func noNetworks(text: String) {
        #expect(IPNetwork(text) == nil)
    }

    @Test(
        "bits that no network of this size has are named with what could be meant",
        arguments: [
            ("10.0.0.5/8", "bits behind the first 8 are set; did you mean 10.0.0.0/8 or 10.0.0.5"),
            ("192.168.1.200/25", "bits behind the first 25 are set; did you mean 192.168.1.128/25 or 192.168.1.200"),
            ("1.2.3.4/0", "bits behind the first 0 are set; did you mean 0.0.0.0/0 or 1.2.3.4"),
            ("2001:DB8::1/32", "bits behind the first 32 are set; did you mean 2001:db8:0:0:0:0:0:0/32 or 2001:db8:0:0:0:0:0:1"),
            ("10.0.0.0/8", nil), ("10.0.0.5/33", nil), ("any", nil),
        ]
    )
    func hints(text: String, hint: String?) {
        #expect(IPNetwork.hint(for: text) == hint)
    }
}
