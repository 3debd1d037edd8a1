/// An OpenType font file on disk. It is mapped into memory, not read, when it is first needed.
public struct FontFile: Sendable, Hashable {
    /// The path of a `.ttf`, `.otf` or `.ttc` file, with glyf or CFF outlines.
    public let path: String
    /// Which font of a collection (`.ttc`) is meant, from 0.
    let index: Int

    /// The file at `path`; nothing is opened yet.
    public init(path: String) {
        self.init(path: path, index: 0)
    }

    init(path: String, index: Int) {
        self.path = path
        self.index = index
    }
}
