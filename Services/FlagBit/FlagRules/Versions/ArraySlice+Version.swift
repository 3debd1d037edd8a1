/// The grammar of SemVer 2.0.0, which versions and ranges of them share.
extension ArraySlice<UInt8> {
    /// The digits of a number without leading zeros; nil if there is none.
    mutating func takeVersionNumber() -> ArraySlice<UInt8>? {
        let digits = take { $0.isDigit }
        return !digits.isEmpty && !digits.hasLeadingZero ? digits : nil
    }

    /// What follows the numbers: `-` and a prerelease, `+` and build metadata, each or both or none of them.
    ///
    /// - Returns: the prerelease, empty if there is none; nil if a part is malformed.
    mutating func takeVersionSuffix() -> ArraySlice<UInt8>? {
        var prerelease = self[startIndex..<startIndex]
        if skip(one: "-") {
            prerelease = take(while: Self.isOfIdentifiers)
            guard prerelease.areIdentifiers(where: { !$0.hasLeadingZero || !$0.allSatisfy(\.isDigit) }) else { return nil }
        }
        if skip(one: "+") {
            guard take(while: Self.isOfIdentifiers).areIdentifiers(where: { _ in true }) else { return nil }
        }
        return prerelease
    }

    /// The first of some identifiers; it and the point after it are then behind.
    mutating func takeVersionIdentifier() -> ArraySlice<UInt8> {
        let identifier = take { $0 != UInt8(ascii: ".") }
        skip(one: ".")
        return identifier
    }

    private var hasLeadingZero: Bool { first == UInt8(ascii: "0") && count > 1 }

    private static func isOfIdentifiers(_ byte: UInt8) -> Bool {
        byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private func areIdentifiers(where isValid: (ArraySlice<UInt8>) -> Bool) -> Bool {
        split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty && isValid($0) }
    }
}
