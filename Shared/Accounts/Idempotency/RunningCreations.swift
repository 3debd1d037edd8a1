import Cryptography
import Synchronization

/// The creations under way that have an ``IdempotencyKey``, by the hash of their row.
final class RunningCreations: Sendable {
    private let hashes = Mutex<Set<Digest>>([])

    /// Takes the place of a creation.
    ///
    /// - Returns: whether it was free.
    func enter(_ hash: Digest) -> Bool { hashes.withLock { $0.insert(hash).inserted } }

    /// Gives the place free.
    func leave(_ hash: Digest) { hashes.withLock { _ = $0.remove(hash) } }
}
