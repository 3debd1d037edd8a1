/// Why an archive does not lead where it is asked to.
public enum ArchiveError: Error, Sendable, Equatable {
    /// Commits that are asked for are not there.
    case missing(path: String, reason: String)
    /// What is there is not what was written.
    case damaged(path: String, offset: Int64, reason: String)
    /// The system refused to do something with a file.
    case failed(what: String, path: String, reason: String)
}

extension ArchiveError: CustomStringConvertible {
    /// A sentence for a person.
    public var description: String {
        switch self {
        case .missing(let path, let reason): "The archive in \(path) has a gap: \(reason)"
        case .damaged(let path, let offset, let reason): "The archive is damaged: \(path) at byte \(offset): \(reason)"
        case .failed(let what, let path, let reason): "The archive cannot \(what) \(path): \(reason)"
        }
    }
}
