/// What a flag or a segment refers to, and how often.
public struct References: Sendable, Equatable {
    let uses: [Referent: Int]

    /// The keys of the flags that must give a value first, sorted, each as often as it is asked.
    public var flags: [String] { keys(\.flag) }
    /// The keys of the segments that conditions ask about, sorted, each as often as it is asked.
    public var segments: [String] { keys(\.segment) }

    /// References to these; a key that is there twice is asked twice.
    public init(flags: [String] = [], segments: [String] = []) {
        self.init(flags.map(Referent.flag) + segments.map(Referent.segment))
    }

    init(_ referents: some Sequence<Referent>) {
        uses = Dictionary(referents.map { ($0, 1) }, uniquingKeysWith: +)
    }

    private func keys(_ key: (Referent) -> String?) -> [String] {
        uses.flatMap { referent, count in key(referent).map { Array(repeating: $0, count: count) } ?? [] }.sorted()
    }
}

/// Something that can be referred to.
enum Referent: Hashable {
    case flag(String), segment(String)

    var key: String {
        switch self {
        case .flag(let key), .segment(let key): key
        }
    }

    var flag: String? { if case .flag(let key) = self { key } else { nil } }
    var segment: String? { if case .segment(let key) = self { key } else { nil } }
}

extension FlagDefinition {
    /// What the flag refers to: its prerequisites, and the segments of its rules at any depth.
    public var references: References { References(places(at: .root).map(\.referent)) }
}

extension SegmentDefinition {
    /// What the segment refers to: other segments.
    public var references: References { References(places(at: .root).map(\.referent)) }
}
