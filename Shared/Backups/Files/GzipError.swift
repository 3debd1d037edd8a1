/// Why a file is no sound gzip file.
public enum GzipError: Error, Sendable, Equatable {
    /// It does not begin as one.
    case notGzip
    /// It ends before its content does.
    case truncated
    /// What is in it contradicts itself or its checksum; zlib's words.
    case damaged(String)
    /// Something follows after its end.
    case trailingBytes
    /// It holds something other than the file that was compressed.
    case different
}

extension GzipError: CustomStringConvertible {
    /// A part of a sentence.
    public var description: String {
        switch self {
        case .notGzip: "it is not in the gzip format"
        case .truncated: "it ends too early"
        case .damaged(let reason): "it is damaged (\(reason))"
        case .trailingBytes: "something follows after its end"
        case .different: "it does not hold what was compressed"
        }
    }
}
