import Cryptography
import FlagRules

/// A flag as evaluation sees it, with what it can answer over OFREP prepared. Never changes.
final class LiveFlag: Sendable {
    let flag: CompiledFlag
    /// The digest of the flag as it is stored.
    let digest: Digest
    let rendering: OFREPRendering

    init(_ flag: CompiledFlag, digest: Digest) {
        self.flag = flag
        self.digest = digest
        rendering = OFREPRendering(of: flag)
    }
}

/// A segment as evaluation sees it. Never changes.
final class LiveSegment: Sendable {
    let segment: CompiledSegment
    /// The digest of the segment as it is stored.
    let digest: Digest

    init(_ segment: CompiledSegment, digest: Digest) {
        self.segment = segment
        self.digest = digest
    }
}
