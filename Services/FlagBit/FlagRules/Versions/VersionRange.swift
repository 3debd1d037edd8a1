/// What npm's `~` and `^` admit (node-semver, "Advanced Range Syntax").
///
/// Of an admitted version the first numbers, up to three, are those of the range's own version, and it is at or above that. Prereleases are
/// admitted only if the range's own version is one of the same release: `^1.2.3-beta` admits `1.2.3-rc`, but not `1.3.0-rc`.
struct VersionRange: Sendable {
    enum Kind: Sendable { case tilde, caret }

    static let expectation = "a version like 1.2.3 without ~ or ^, or a part of one like 1.2 or 1.2.x"

    private let lowest: SemanticVersion
    /// How many of major, minor and patch must agree.
    private let fixedCount: Int

    /// A range from the version that stands behind its sign.
    ///
    /// Numbers may be left out from the end, or be `x`, `X` or `*`; what follows one of those is without meaning, as in npm.
    ///
    /// - Returns: nil if the text is nothing of this, has a sign of its own, or is longer than ``SemanticVersion/maximumLength``.
    init?(_ kind: Kind, _ text: String) {
        guard text.utf8.count <= SemanticVersion.maximumLength else { return nil }
        var rest = Array(text.utf8)[...]
        var numbers: [ArraySlice<UInt8>] = []
        var partCount = 0
        repeat {
            let isAny = rest.skip(one: "x") || rest.skip(one: "X") || rest.skip(one: "*")
            if !isAny {
                guard let number = rest.takeVersionNumber() else { return nil }
                if numbers.count == partCount { numbers.append(number) }
            }
            partCount += 1
        } while partCount < 3 && rest.skip(one: ".")
        let prerelease = partCount == 3 ? rest.takeVersionSuffix() : rest
        guard let prerelease, rest.isEmpty else { return nil }

        let zero = Array("0".utf8)[...]
        lowest = SemanticVersion(
            numbers.first ?? zero,
            numbers.count > 1 ? numbers[1] : zero,
            numbers.count > 2 ? numbers[2] : zero,
            prerelease: numbers.count == 3 ? prerelease : zero.prefix(0)
        )
        switch kind {
        case .tilde: fixedCount = min(numbers.count, 2)
        // Up to the first number that is not 0, or all that there are.
        case .caret: fixedCount = min(numbers.count, numbers.prefix { $0.elementsEqual(zero) }.count + 1)
        }
    }

    /// Whether the range admits a version.
    func contains(_ version: SemanticVersion) -> Bool {
        guard version.agrees(with: lowest, in: fixedCount), version >= lowest else { return false }
        return version.prerelease.isEmpty || !lowest.prerelease.isEmpty && version.agrees(with: lowest, in: 3)
    }
}
