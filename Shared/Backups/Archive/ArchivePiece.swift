import Database
import Timekeeping

/// What of a segment matters to whether it goes.
struct ArchivePiece: Sendable, Equatable {
    let path: String
    let generation: String
    let firstSequence: Int64
    /// When its last commit was made; when it was last written to, if there is none in it.
    let lastTime: Timestamp
    /// Whether nothing will be added to it.
    let isClosed: Bool
}

extension ArchivePiece {
    init(_ segment: ArchiveSegment) {
        path = segment.path
        generation = segment.generation
        firstSequence = segment.firstSequence
        lastTime = segment.lastTime ?? DiskFile.modified(segment.path) ?? .now
        isClosed = segment.isClosed
    }
}
