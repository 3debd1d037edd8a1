extension CompiledFlag {
    /// About how many steps an evaluation may take for each byte of the context, at most: what its conditions may have to look through. Those
    /// of the segments and prerequisites that it asks about are not counted.
    public var cost: Int { rules.reduce(1) { $0 + $1.conditions.reduce(1) { $0 + $1.cost } } }
}

extension CompiledSegment {
    /// The same for a segment.
    public var cost: Int { conditions.reduce(1) { $0 + $1.cost } }
}

extension Condition {
    /// About how many comparisons it may take, for each byte that the context has.
    var cost: Int {
        switch self {
        case .comparison(let comparison): comparison.test.cost
        // What a segment takes is counted with the segment: it is evaluated once.
        case .segment(let keys, _): keys.count
        case .group(_, let members, _): 1 + members.reduce(0) { $0 + $1.cost }
        }
    }
}

extension ConditionTest {
    fileprivate var cost: Int {
        switch self {
        case .text(let test): test.cost
        case .isInNetwork(let networks): networks.count
        case .isOneOf, .number, .time, .version, .versionRange, .exists, .isWithin: 1
        }
    }
}

extension TextTest {
    fileprivate var cost: Int {
        switch place {
        case .anywhere(let searches): searches.count
        case .start(let texts), .end(let texts): texts.count
        case .expression(let regex): regex.cost
        }
    }
}

extension LinearRegex {
    /// A table is a step for each byte; a program may be as many as it has instructions.
    fileprivate var cost: Int {
        switch matcher {
        case .table: 1
        case .program(let program): program.instructions.count
        }
    }
}
