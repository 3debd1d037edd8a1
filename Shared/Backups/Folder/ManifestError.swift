/// Why a manifest cannot be trusted.
public enum ManifestError: Error, Sendable, Equatable {
    /// It is no JSON; what the parser says.
    case notJSON(String)
    /// It is not byte for byte what was written.
    case changed
    /// This member is missing, or is not what it has to be.
    case member(String)
}

extension ManifestError: CustomStringConvertible {
    /// A part of a sentence.
    public var description: String {
        switch self {
        case .notJSON(let reason): "it is not JSON: \(reason)"
        case .changed: "it is not what was written: its own SHA-256 is another one"
        case .member(let name): "its member \"\(name)\" is missing or is not what it has to be"
        }
    }
}
