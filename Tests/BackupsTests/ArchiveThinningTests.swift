import Database
import Testing
import Timekeeping

@testable import Backups

@Suite struct ArchiveThinningTests {
    private static func piece(_ generation: String, _ first: Int64, until second: Int64, isClosed: Bool = true) -> ArchivePiece {
        ArchivePiece(
            path: "\(generation)/\(first)",
            generation: generation,
            firstSequence: first,
            lastTime: Timestamp(seconds: second),
            isClosed: isClosed
        )
    }

    private static func base(_ second: Int64, _ generation: String, _ sequence: Int64) -> ArchiveThinning.Base {
        ArchiveThinning.Base(time: Timestamp(seconds: second), position: ArchivePosition(generation: generation, sequence: sequence))
    }

    /// Commit by commit, one a second; ten in a segment.
    private let pieces = [
        Self.piece("a", 1, until: 10), Self.piece("a", 11, until: 20), Self.piece("a", 21, until: 30),
        Self.piece("a", 31, until: 40, isClosed: false),
    ]

    private func superfluous(_ pieces: [ArchivePiece], _ bases: [ArchiveThinning.Base], horizon: Int64) -> [String] {
        ArchiveThinning.superfluous(pieces, bases: bases, horizon: Timestamp(seconds: horizon)).map(\.path)
    }

    @Test func `it is needed from the newest backup at or before the horizon on`() {
        let bases = [Self.base(5, "a", 5), Self.base(20, "a", 20), Self.base(25, "a", 25)]
        #expect(superfluous(pieces, bases, horizon: 20) == ["a/1", "a/11"])
        // The 20th commit is in the second segment, the first that is needed the 20th.
        #expect(superfluous(pieces, [Self.base(19, "a", 19)], horizon: 20) == ["a/1"])
        #expect(superfluous(pieces, bases, horizon: 19) == [])
    }

    @Test func `without a backup so old, it is needed from the oldest one on`() {
        #expect(superfluous(pieces, [Self.base(25, "a", 25), Self.base(12, "a", 12)], horizon: 1) == ["a/1"])
    }

    @Test func `of each generation that is needed, the first backup is an anchor`() {
        let bases = [
            Self.base(2, "z", 2), Self.base(12, "a", 12), Self.base(25, "a", 25), Self.base(31, "b", 0), Self.base(40, "b", 9),
            Self.base(50, "c", 0),
        ]
        func anchors(horizon: Int64) -> [String] {
            ArchiveThinning.anchors(bases, horizon: Timestamp(seconds: horizon)).values.map {
                "\($0.position.generation) \($0.position.sequence)"
            }
            .sorted()
        }
        #expect(anchors(horizon: 1) == ["a 12", "b 0", "c 0", "z 2"])
        #expect(anchors(horizon: 24) == ["a 12", "b 0", "c 0"])
        #expect(anchors(horizon: 30) == ["a 25", "b 0", "c 0"])
        #expect(anchors(horizon: 99) == ["c 0"])
        #expect(ArchiveThinning.anchors([], horizon: Timestamp(seconds: 1)).isEmpty)
    }

    @Test func `the last segment and an open one stay`() {
        #expect(superfluous(pieces, [Self.base(99, "a", 99)], horizon: 99) == ["a/1", "a/11", "a/21"])
        #expect(superfluous([Self.piece("a", 1, until: 10)], [Self.base(99, "a", 99)], horizon: 99) == [])
    }

    @Test func `a generation that no backup leads to goes when it is older than the horizon`() {
        let other = [Self.piece("z", 1, until: 8), Self.piece("z", 9, until: 16), Self.piece("z", 17, until: 24, isClosed: false)]
        let bases = [Self.base(12, "a", 12)]
        #expect(superfluous(other, bases, horizon: 16) == ["z/1"])
        #expect(superfluous(other, [], horizon: 99) == ["z/1", "z/9"])
        // Those of a generation whose backups are all older than the one that is restored from.
        #expect(superfluous(other, bases + [Self.base(2, "z", 2)], horizon: 20) == ["z/1", "z/9"])
    }

    @Test func `a later generation is needed from its first backup on`() {
        let later = [Self.piece("b", 1, until: 50), Self.piece("b", 11, until: 60), Self.piece("b", 21, until: 70)]
        #expect(superfluous(later, [Self.base(12, "a", 12), Self.base(55, "b", 14), Self.base(65, "b", 24)], horizon: 20) == ["b/1"])
    }
}
