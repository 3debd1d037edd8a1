import Cryptography
import Glibc
import Synchronization

/// What one thread remembers of a ``KeyCache``, so that looking up a key takes no lock. Valid as long as the cache's generation is.
///
/// Of one cache at a time: a process has one, except in tests.
final class ThreadKeys {
    /// So many keys are plenty for what a thread sees between two changes.
    private static let capacity = 1_000
    private static let owners = Atomic(0)

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        let code = pthread_key_create(&key) { pointer in
            guard let pointer else { return }
            Unmanaged<ThreadKeys>.fromOpaque(pointer).release()
        }
        precondition(code == 0, "No thread-specific storage left")
        return key
    }()

    private var owner = -1
    private var generation = -1
    private var keys: [Digest: KnownKey] = [:]

    /// A number that no other cache has.
    static func nextOwner() -> Int { owners.wrappingAdd(1, ordering: .relaxed).newValue }

    /// That of the calling thread.
    static var current: ThreadKeys {
        if let pointer = pthread_getspecific(key) { return Unmanaged<ThreadKeys>.fromOpaque(pointer).takeUnretainedValue() }
        let new = ThreadKeys()
        pthread_setspecific(key, Unmanaged.passRetained(new).toOpaque())
        return new
    }

    /// A key that the thread remembers of that cache in that generation. What it remembers else is forgotten.
    func key(for digest: Digest, of owner: Int, generation: Int) -> KnownKey? {
        guard self.owner == owner, self.generation == generation else {
            (self.owner, self.generation) = (owner, generation)
            keys.removeAll(keepingCapacity: true)
            return nil
        }
        return keys[digest]
    }

    /// Remembers a key of the cache and generation that were asked for last.
    func remember(_ key: KnownKey, for digest: Digest) {
        if keys.count >= Self.capacity { keys.removeAll(keepingCapacity: true) }
        keys[digest] = key
    }
}
