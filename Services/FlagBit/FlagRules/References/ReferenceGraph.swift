/// What the flags and segments of a project refer to.
///
/// Tells whether a change of one of them would leave a reference that leads nowhere, or in a circle, or so far or to so much that an
/// evaluation would need much stack or time. All in time linear in the graph and without recursion, whatever the graph is: it may have circles
/// already.
public struct ReferenceGraph: Sendable {
    /// How many evaluations of flags and segments a flag or segment may need, each counted as often as it is asked: 500.
    public static let limit = 500
    /// How many flags and segments may be needed in a row, each by the one before it: 20.
    ///
    /// Each is a step down the stack, with eight groups in it some 8 KB of it in a debug build.
    public static let maximumDepth = 20

    private let uses: [Referent: [Referent: Int]]
    /// Who refers to it; sorted, so that faults do not change from one time to the next.
    private let users: [Referent: [Referent]]

    /// A graph of all flags and segments of a project by their keys, those that refer to nothing as well.
    public init(flags: [String: References], segments: [String: References]) {
        var uses: [Referent: [Referent: Int]] = [:]
        for (key, references) in flags { uses[.flag(key)] = references.uses }
        for (key, references) in segments { uses[.segment(key)] = references.uses }
        var users: [Referent: [Referent]] = [:]
        for (user, used) in uses.sorted(by: { $0.key.key < $1.key.key }) {
            for referent in used.keys { users[referent, default: []].append(user) }
        }
        self.uses = uses
        self.users = users
    }

    /// Checks a flag that is to be added or to replace the one of its key. ``CompiledFlag`` must have found no fault in it.
    ///
    /// - Parameters:
    ///   - flag: the flag as it is to be.
    ///   - path: where it is in the document that faults are to refer to.
    /// - Throws: faults at the `flag` of a prerequisite or the `value` of a condition: unknown flags and segments, cycles, and the first that
    ///   is too much or too deep. At the flag itself, if others that need it would need too much, or too deep.
    public func check(_ flag: FlagDefinition, at path: FieldPath = .root) throws(DefinitionError) {
        try check(.flag(flag.key), flag.places(at: path), at: path)
    }

    /// Checks a segment that is to be added or to replace the one of its key, as ``check(_:at:)`` of a flag does.
    ///
    /// - Parameters:
    ///   - segment: the segment as it is to be.
    ///   - path: where it is in the document that faults are to refer to.
    /// - Throws: faults at the `value` of a condition or at the segment itself.
    public func check(_ segment: SegmentDefinition, at path: FieldPath = .root) throws(DefinitionError) {
        try check(.segment(segment.key), segment.places(at: path), at: path)
    }

    /// The keys of the flags that refer to a flag, sorted.
    public func flags(needingFlag key: String) -> [String] { users[.flag(key), default: []].compactMap(\.flag) }

    /// The keys of the flags that refer to a segment, sorted.
    public func flags(needingSegment key: String) -> [String] { users[.segment(key), default: []].compactMap(\.flag) }

    /// The keys of the segments that refer to a segment, sorted.
    public func segments(needingSegment key: String) -> [String] { users[.segment(key), default: []].compactMap(\.segment) }
}

extension ReferenceGraph {
    private func check(_ changed: Referent, _ places: [ReferencePlace], at path: FieldPath) throws(DefinitionError) {
        guard !places.isEmpty else { return }
        var faults = FaultCollector()
        let waysBack = self.waysBack(to: changed)
        for place in places {
            if place.referent == changed || waysBack.next[place.referent] != nil {
                let cycle = [changed.key] + sequence(first: place.referent) { waysBack.next[$0] }.map(\.key)
                faults.add(.cycle(cycle), at: place.path)
            } else if uses[place.referent] == nil {
                faults.add(place.referent.isUnknown, at: place.path)
            }
        }
        try faults.check()
        checkNeeds(of: changed, places, users: waysBack.users, at: path, faults: &faults)
        try faults.check()
    }

    /// All that need `target`, nearest first, and the next step from each of them to it.
    private func waysBack(to target: Referent) -> (users: ArraySlice<Referent>, next: [Referent: Referent]) {
        var found = [target]
        var next: [Referent: Referent] = [:]
        var index = 0
        while index < found.count {
            let step = found[index]
            for user in users[step, default: []] where user != target && next[user] == nil {
                next[user] = step
                found.append(user)
            }
            index += 1
        }
        return (found.dropFirst(), next)
    }

    private func checkNeeds(
        of changed: Referent,
        _ places: [ReferencePlace],
        users: ArraySlice<Referent>,
        at path: FieldPath,
        faults: inout FaultCollector
    ) {
        var known: [Referent: Needs] = [:]
        var needs = Needs()
        for place in places {
            needs.add(self.needs(of: place.referent, &known))
            if let problem = needs.problem {
                faults.add(problem, at: place.path)
                return
            }
        }
        known[changed] = needs
        for user in users {
            guard let problem = self.needs(of: user, &known).problem(of: user.key) else { continue }
            faults.add(problem, at: path)
            return
        }
    }

    private func needs(of start: Referent, _ known: inout [Referent: Needs]) -> Needs {
        var pending = [(referent: start, isReady: false)]
        while let (referent, isReady) = pending.popLast() {
            let used = uses[referent, default: [:]]
            if isReady {
                known[referent] = used.reduce(into: Needs()) { $0.add(known[$1.key, default: .tooMuch], times: $1.value) }
            } else if known[referent] == nil {
                // Stays so if it is met again before it is ready: a circle.
                known[referent] = .tooMuch
                pending.append((referent, true))
                for next in used.keys { pending.append((next, false)) }
            }
        }
        return known[start, default: .tooMuch]
    }
}

extension Referent {
    fileprivate var isUnknown: DefinitionFault.Problem {
        switch self {
        case .flag(let key): .unknownFlag(key)
        case .segment(let key): .unknownSegment(key)
        }
    }
}
