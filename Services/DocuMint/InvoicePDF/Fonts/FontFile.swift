/// A TrueType font file on disk. It is mapped into memory, not read, when it is first needed.
public struct FontFile: Sendable, Hashable {
    /// The path of a `.ttf` file with glyf outlines.
    public let path: String

    /// The file at `path`; nothing is opened yet.
    public init(path: String) {
        self.path = path
    }
}
