import Cryptography
import HTTPCore
import Synchronization
import Timekeeping

/// Keys that were found in the file before, so that a request usually costs no query.
///
/// Of a key it has what its row said when it was read. An expiry is in it and needs no telling. Whoever changes more (revokes or replaces a
/// key, erases an account) has the account's keys forgotten after the commit and before he answers: a request that comes after that answer
/// sees the change. What the row says otherwise never changes, but for the last use, which is known here before it is written there.
final class KeyCache: Sendable {
    private struct State {
        var keys: [Digest: KnownKey] = [:]
        /// Which of them are an account's.
        var digests: [Int64: Set<Digest>] = [:]
        /// Those of the keys, by the keys' ids. They outlive what is known of a key, or whoever revokes one would have a new quota for all.
        var buckets: [Int64: RateLimiter.Bucket] = [:]
    }

    /// A bound on memory, far above what one small server sees. Above it the cache starts anew.
    private static let capacity = 10_000
    private let state = Mutex(State())
    /// How often keys were forgotten because some had changed. Grows while the state is locked; read without.
    private let forgotten = Atomic(0)
    private let id = ThreadKeys.nextOwner()

    init() {}

    /// Taken before a key is read from the file.
    var generation: Int { forgotten.load(ordering: .acquiring) }

    /// The bucket of a key that is about to be inserted.
    func bucket(of keyID: Int64) -> RateLimiter.Bucket { state.withLock { $0.buckets[keyID] } ?? RateLimiter.Bucket() }

    /// A key that is known. Usually by the calling thread itself: event loops that wait for each other's lock cost more than all the rest.
    func key(for digest: Digest) -> KnownKey? {
        let thread = ThreadKeys.current
        // What the thread remembers is from before the generation was read: whatever is forgotten after that has another one.
        if let key = thread.key(for: digest, of: id, generation: generation) { return key }
        guard let key = state.withLock({ $0.keys[digest] }) else { return nil }
        thread.remember(key, for: digest)
        return key
    }

    /// Remembers a key, unless some were forgotten since its row was read: the row may be from before a revoke, and the key would work
    /// until the next one. Whose they were need not be known: at worst, the key costs one more read.
    ///
    /// - Parameter generation: as it was before the row was read.
    func insert(_ key: KnownKey, for digest: Digest, generation: Int) {
        state.withLock { state in
            guard self.generation == generation else { return }
            if state.keys.count >= Self.capacity {
                state.keys.removeAll()
                state.digests.removeAll()
                state.buckets.removeAll()
            }
            state.keys[digest] = key
            state.buckets[key.identity.keyID] = key.bucket
            state.digests[key.identity.accountID, default: []].insert(digest)
        }
    }

    /// Forgets the keys of an account. Which one has changed need not be known: each costs one read the next time.
    func removeAll(of accountID: Int64) {
        state.withLock { state in
            for digest in state.digests.removeValue(forKey: accountID) ?? [] { state.keys[digest] = nil }
            forgotten.wrappingAdd(1, ordering: .releasing)
        }
    }
}

/// What requests need to know of a key that was found in the file and not revoked there.
final class KnownKey: Sendable {
    /// Uses closer together than this are one: a minute, in milliseconds.
    private static let noteInterval: Int64 = 60_000

    let identity: Identity
    /// From then on it is refused; `nil` for never.
    let expiresAt: Timestamp?
    /// The bucket that its requests are counted in.
    let bucket: RateLimiter.Bucket
    /// When its use was last noted, in milliseconds since the epoch.
    private let notedAt: Atomic<Int64>

    init(_ identity: Identity, expiresAt: Timestamp?, lastUsedAt: Timestamp?, bucket: RateLimiter.Bucket = RateLimiter.Bucket()) {
        self.identity = identity
        self.expiresAt = expiresAt
        self.bucket = bucket
        notedAt = Atomic(lastUsedAt?.milliseconds ?? .min)
    }

    /// Whether a use at that moment is to be noted, which is then taken for done.
    func isNoteworthy(at now: Timestamp) -> Bool {
        let noted = notedAt.load(ordering: .relaxed)
        guard now.milliseconds - Self.noteInterval > noted else { return false }
        return notedAt.compareExchange(expected: noted, desired: now.milliseconds, ordering: .relaxed).exchanged
    }
}
