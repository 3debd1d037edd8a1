/// A version as SemVer 2.0.0 defines it (semver.org), compared by precedence. No leading `v`, no part left out.
///
/// Its numbers may be of any length and compare exactly. Build metadata is checked and left out: it has no precedence.
struct SemanticVersion: Sendable {
    static let expectation = "a version like 1.2.3 or 1.2.3-beta.1 (SemVer 2, nothing before it)"

    /// The longest text of a version in bytes, the same as npm's.
    static let maximumLength = 256

    // Parts of the text: numbers have no leading zeros, so their digits are all that comparing needs.
    let major, minor, patch: ArraySlice<UInt8>
    /// Identifiers with points between them; empty if this is a release.
    let prerelease: ArraySlice<UInt8>

    /// Nil if the text is no version, or longer than ``maximumLength``.
    init?(_ text: String) {
        guard text.utf8.count <= Self.maximumLength else { return nil }
        var rest = Array(text.utf8)[...]
        guard let major = rest.takeVersionNumber(), rest.skip(one: "."), let minor = rest.takeVersionNumber(), rest.skip(one: "."),
            let patch = rest.takeVersionNumber(), let prerelease = rest.takeVersionSuffix(), rest.isEmpty
        else { return nil }
        self.init(major, minor, patch, prerelease: prerelease)
    }

    /// A version of parts that have been read.
    init(
        _ major: ArraySlice<UInt8>,
        _ minor: ArraySlice<UInt8>,
        _ patch: ArraySlice<UInt8>,
        prerelease: ArraySlice<UInt8>
    ) {
        self.major = major
        self.minor = minor
        self.patch = patch
        self.prerelease = prerelease
    }

    /// Whether the first so many of major, minor and patch are those of another version.
    func agrees(with other: SemanticVersion, in count: Int) -> Bool {
        (count < 1 || major.elementsEqual(other.major)) && (count < 2 || minor.elementsEqual(other.minor))
            && (count < 3 || patch.elementsEqual(other.patch))
    }
}
