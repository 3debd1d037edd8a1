/// Paths as texts: nothing here looks at a disk.
public enum FilePath {
    /// The folder that a file is in: `.` for a bare name, `/` for what is in the root.
    public static func folder(of path: String) -> String {
        switch path.lastIndex(of: "/") {
        case nil: "."
        case path.startIndex?: "/"
        case let slash?: String(path[..<slash])
        }
    }
}
