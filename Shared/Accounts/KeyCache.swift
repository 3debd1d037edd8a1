import Cryptography
import HTTPCore
import Synchronization

/// Keys that were found in the file before, so that a request usually costs no query.
///
/// Holds only what the file holds, and a key never changes once it is written.
final class KeyCache: Sendable {
    /// A bound on memory, far above what one small server sees. Above it the cache starts anew.
    private static let capacity = 10_000
    private let identities = Mutex<[Digest: Identity]>([:])

    func identity(for digest: Digest) -> Identity? { identities.withLock { $0[digest] } }

    func insert(_ identity: Identity, for digest: Digest) {
        identities.withLock { identities in
            if identities.count >= Self.capacity { identities.removeAll() }
            identities[digest] = identity
        }
    }
}
