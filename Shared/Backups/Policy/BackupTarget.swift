/// A second place for backups, on another machine or disk: one that burns or is stolen takes along what is beside it.
///
/// Nothing is ever deleted there by the service, which may have been taken over: let the place itself forget what is old.
public enum BackupTarget: Sendable, Equatable {
    /// A folder that exists, by its absolute path.
    case folder(String)
    /// A remote of rclone (<https://rclone.org/docs/>), such as `s3:bucket/path`.
    case rclone(String)

    /// Reads an absolute path, or `remote:path`.
    ///
    /// - Returns: `nil` for anything else: relative paths, addresses with `://`, control characters.
    public init?(_ text: String) {
        guard !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { return nil }
        if text.hasPrefix("/") {
            self = .folder(text)
            return
        }
        // What begins with a hyphen would be an option to rclone, and "s3://bucket" a remote s3 with a path that nobody means.
        guard !text.hasPrefix("-"), !text.contains("://"), let name = text.split(separator: ":", maxSplits: 1).first, !name.isEmpty,
            !name.contains("/"), name.endIndex < text.endIndex
        else { return nil }
        self = .rclone(text)
    }
}

extension BackupTarget: CustomStringConvertible {
    /// As it is read.
    public var description: String {
        switch self {
        case .folder(let path): path
        case .rclone(let remote): remote
        }
    }
}
