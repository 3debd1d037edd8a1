internal import Synchronization

/// Keeps the subsets of fonts that documents used lately: making one takes longer than the rest of a small document.
final class SubsetCache: Sendable {
    private struct Key: Hashable {
        let font: FontID
        let glyphs: [GlyphID]
    }

    private struct Storage {
        var young: [Key: FontSubset] = [:]
        var old: [Key: FontSubset] = [:]
        var youngBytes = 0
    }

    private let storage = Mutex(Storage())
    /// Of compressed programs and what goes with them, per generation.
    private let capacity: Int

    /// - Parameter capacity: How many bytes are kept at most. Default: 8 MB.
    init(capacity: Int = 8 << 20) {
        self.capacity = capacity / 2
    }

    /// - Returns: `nil` when the font cannot be reduced.
    func subset(of face: FontFace, glyphs: [GlyphID]) -> FontSubset? {
        let key = Key(font: face.id, glyphs: glyphs)
        let known = storage.withLock { storage -> FontSubset? in
            if let subset = storage.young[key] { return subset }
            guard let subset = storage.old.removeValue(forKey: key) else { return nil }
            keep(subset, for: key, in: &storage)
            return subset
        }
        if let known { return known }
        // Outside of the lock: two threads may make the same subset, but none waits for another.
        guard let subset = FontSubset(of: face, glyphs: glyphs) else { return nil }
        storage.withLock { keep(subset, for: key, in: &$0) }
        return subset
    }

    /// When the young generation is full it becomes the old one, and what nobody asked for since the last time is forgotten.
    private func keep(_ subset: FontSubset, for key: Key, in storage: inout Storage) {
        let bytes = subset.program.count + 32 * subset.glyphs.count + 256
        if storage.youngBytes + bytes > capacity {
            storage.old = storage.young
            storage.young = [:]
            storage.youngBytes = 0
        }
        guard bytes <= capacity, storage.young.updateValue(subset, forKey: key) == nil else { return }
        storage.youngBytes += bytes
    }
}
