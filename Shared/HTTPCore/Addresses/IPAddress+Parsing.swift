extension IPAddress {
    /// An address from its text: dotted decimal without leading zeros, or any form of RFC 4291 §2.2. No port, brackets, zone or white space.
    public init?(_ text: some StringProtocol) {
        // The longest there is: eight groups of four, the last two as IPv4. Text from outside may be of any length, and slow to walk.
        guard text.utf8.count <= 45 else { return nil }
        if text.utf8.contains(UInt8(ascii: ":")) {
            guard let bits = Self.v6(text) else { return nil }
            self.init(v6: bits)
        } else {
            guard let bits = Self.v4(text) else { return nil }
            self.init(v4: bits)
        }
    }

    private static func v4(_ text: some StringProtocol) -> UInt32? {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bits: UInt32 = 0
        for part in parts {
            // No leading zeros: some programs read them as octal, and two readings of one address are one too many.
            guard (1...3).contains(part.count), part.count == 1 || part.first != UInt8(ascii: "0") else { return nil }
            guard let value = number(part, radix: 10), value <= 255 else { return nil }
            bits = bits << 8 | value
        }
        return bits
    }

    private static func v6(_ text: some StringProtocol) -> UInt128? {
        let text = String(text)
        guard let gap = text.range(ofFirst: "::") else {
            guard let groups = groups(text[...]), groups.count == 8 else { return nil }
            return bits(groups)
        }
        guard let before = groups(text[..<gap.lowerBound]), let after = groups(text[gap.upperBound...]) else { return nil }
        let missing = 8 - before.count - after.count
        guard missing >= 1 else { return nil }
        return bits(before + Array(repeating: 0, count: missing) + after)
    }

    /// The groups between colons; the last may be an IPv4 address, which counts as two.
    private static func groups(_ text: Substring) -> [UInt32]? {
        guard !text.isEmpty else { return [] }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 8 else { return nil }
        var groups: [UInt32] = []
        for (position, part) in parts.enumerated() {
            if position == parts.count - 1, part.contains(".") {
                guard let embedded = v4(part) else { return nil }
                groups += [embedded >> 16, embedded & 0xFFFF]
            } else {
                guard (1...4).contains(part.utf8.count), let group = number(part.utf8, radix: 16) else { return nil }
                groups.append(group)
            }
        }
        return groups
    }

    private static func bits(_ groups: [UInt32]) -> UInt128? {
        guard groups.count == 8 else { return nil }
        return groups.reduce(0) { $0 << 16 | UInt128($1) }
    }

    /// A number of at most four digits. Unlike Swift's own, it takes no sign.
    private static func number(_ digits: some Sequence<UInt8>, radix: UInt32) -> UInt32? {
        var number: UInt32 = 0
        for digit in digits {
            guard let value = Character(UnicodeScalar(digit)).hexDigitValue, value < radix else { return nil }
            number = number * radix + UInt32(value)
        }
        return number
    }
}

extension String {
    fileprivate func range(ofFirst needle: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(needle) { return start..<index(start, offsetBy: needle.count) }
            start = index(after: start)
        }
        return nil
    }
}
