import Atomics
import Cryptography
import FlagRules
import Timekeeping

/// What a snapshot is made of.
struct LiveParts: Sendable {
    var flags: [String: LiveFlag] = [:]
    var segments: [String: LiveSegment] = [:]
    /// When something of it was changed last.
    var changedAt = Timestamp(milliseconds: 0)
}

/// All flags and segments of a project at one moment. Never changes: a change makes a new one.
final class LiveSnapshot: AtomicReference, Sendable {
    let parts: LiveParts
    /// All flags, sorted by key.
    let flags: [LiveFlag]
    /// The same flags and segments as the engine wants them.
    let rules: FlagSnapshot
    /// About how many steps an evaluation of all flags takes for each byte of the context, at most.
    let cost: Int
    /// Names this configuration, 22 hexadecimal digits: the same flags and segments have the same name, after a restart, too.
    let version: String

    init(_ parts: LiveParts) {
        self.parts = parts
        flags = parts.flags.values.sorted { $0.flag.key < $1.flag.key }
        rules = FlagSnapshot(flags.map(\.flag), segments: parts.segments.values.map(\.segment))
        cost = flags.reduce(0) { $0 + $1.flag.cost } + parts.segments.values.reduce(0) { $0 + $1.segment.cost }
        version = Self.version(flags.map(\.digest), parts.segments.sorted { $0.key < $1.key }.map(\.value.digest))
    }

    private static func version(_ flags: [Digest], _ segments: [Digest]) -> String {
        // Digests are of one length, so that the number of flags is all that is needed to tell where they end.
        var bytes = Array(flags.count.description.utf8)
        bytes.reserveCapacity(bytes.count + (flags.count + segments.count) * Digest.byteCount)
        for digest in flags + segments { bytes += digest.bytes }
        return String(SHA256.digest(of: bytes).hex.prefix(22))
    }
}
