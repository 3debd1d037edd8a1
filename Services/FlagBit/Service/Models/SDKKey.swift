import Cryptography

/// A key that may evaluate the flags of one project, and nothing else.
struct SDKKey: Sendable {
    /// SHA-256 of the key.
    let digest: Digest
    let projectID: Int64
}
