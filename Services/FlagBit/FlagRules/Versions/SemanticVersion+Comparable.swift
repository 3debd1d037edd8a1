/// Precedence, SemVer 2.0.0 §11.
extension SemanticVersion: Comparable {
    static func == (left: SemanticVersion, right: SemanticVersion) -> Bool {
        left.agrees(with: right, in: 3) && left.prerelease.elementsEqual(right.prerelease)
    }

    static func < (left: SemanticVersion, right: SemanticVersion) -> Bool {
        if !left.major.elementsEqual(right.major) { return isNumber(left.major, below: right.major) }
        if !left.minor.elementsEqual(right.minor) { return isNumber(left.minor, below: right.minor) }
        if !left.patch.elementsEqual(right.patch) { return isNumber(left.patch, below: right.patch) }
        // A release comes after all that precede it.
        if left.prerelease.isEmpty || right.prerelease.isEmpty { return !left.prerelease.isEmpty }
        return isPrerelease(left.prerelease, below: right.prerelease)
    }

    private static func isPrerelease(_ left: ArraySlice<UInt8>, below right: ArraySlice<UInt8>) -> Bool {
        var (left, right) = (left, right)
        while !left.isEmpty, !right.isEmpty {
            let (one, other) = (left.takeVersionIdentifier(), right.takeVersionIdentifier())
            if !one.elementsEqual(other) { return isIdentifier(one, below: other) }
        }
        return !right.isEmpty
    }

    private static func isIdentifier(_ left: ArraySlice<UInt8>, below right: ArraySlice<UInt8>) -> Bool {
        switch (left.allSatisfy(\.isDigit), right.allSatisfy(\.isDigit)) {
        case (true, true): isNumber(left, below: right)
        case (false, false): left.lexicographicallyPrecedes(right)
        case (let isLeftNumber, _): isLeftNumber
        }
    }

    private static func isNumber(_ left: ArraySlice<UInt8>, below right: ArraySlice<UInt8>) -> Bool {
        left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
    }
}
