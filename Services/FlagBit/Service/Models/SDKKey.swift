import Cryptography

/// A key that may evaluate the flags of one project, and nothing else.
struct SDKKey: Sendable {
    /// What each of them begins with.
    static let prefix = "fbsdk_"

    /// SHA-256 of the key.
    let digest: Digest
    let projectID: Int64
    /// Whose project it is.
    let accountID: Int64
}
