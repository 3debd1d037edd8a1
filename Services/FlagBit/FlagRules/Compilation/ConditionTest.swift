/// What a comparison looks for in an attribute's value: its operator and value, checked and prepared. Opposites share the test of what they
/// are the opposite of. What each means: ``ConditionOperator``.
enum ConditionTest: Sendable {
    case isOneOf(ScalarSet, ignoringCase: Bool)
    case text(TextTest)
    case number(Order, Scalar)
    case time(Order, TimeOperand)
    // Large, and rare: they must not make all conditions large.
    indirect case version(Order, SemanticVersion)
    indirect case versionRange(VersionRange)
    case isInNetwork([IPNetwork])
    case exists
    case isWithin(Percentage)
}

/// How two values stand to each other.
enum Order: Sendable {
    case equal, less, lessOrEqual, greater, greaterOrEqual

    func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
        switch self {
        case .equal: left == right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }
}

extension ConditionTest {
    /// Whether the test holds for an attribute's value, which is there.
    ///
    /// A percentage is no matter of the value alone; see ``Comparison``.
    func holds(for value: FlagValue, at now: Instant) -> Bool {
        switch self {
        case .isOneOf(let operands, let ignoringCase):
            value.hasScalar { operands.contains(ignoringCase ? $0.foldingCase : $0) }
        case .text(let test):
            value.hasText(where: test.holds)
        case .number(let order, let operand):
            value.hasScalar { $0.isNumber && order.holds(Number($0), Number(operand)) }
        case .time(let order, let operand):
            value.hasElement { Instant($0).map { order.holds($0, operand.instant(at: now)) } ?? false }
        case .version(let order, let operand):
            value.hasText { SemanticVersion($0).map { order.holds($0, operand) } ?? false }
        case .versionRange(let range):
            value.hasText { SemanticVersion($0).map(range.contains) ?? false }
        case .isInNetwork(let networks):
            value.hasText { text in
                guard let address = IPAddress(text[...]) else { return false }
                return networks.contains { $0.contains(address) }
            }
        case .exists: true
        case .isWithin: false
        }
    }
}

extension FlagValue {
    /// Whether this value or, of an array, one of its elements satisfies the predicate. Looks one level deep and no deeper.
    fileprivate func hasElement(where predicate: (FlagValue) -> Bool) -> Bool {
        if case .array(let elements) = self { elements.contains(where: predicate) } else { predicate(self) }
    }

    fileprivate func hasScalar(where predicate: (Scalar) -> Bool) -> Bool {
        hasElement { Scalar($0).map(predicate) ?? false }
    }

    fileprivate func hasText(where predicate: (String) -> Bool) -> Bool {
        hasElement { if case .string(let text) = $0 { predicate(text) } else { false } }
    }
}
