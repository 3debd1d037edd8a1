/// A condition's operator and value, checked and prepared. What each means: ``ConditionOperator``.
enum ConditionTest: Sendable {
    case equals(Scalar)
    case differs(Scalar)
    case contains(SubstringSearch)
    case isOneOf(Set<Scalar>)
    case isWithin(Percentage)
}

extension ConditionTest {
    /// Nil, and the reason noted, if `value` is nothing that the operator can compare with.
    init?(_ operator: ConditionOperator, _ value: FlagValue, at path: FieldPath, faults: inout FaultCollector) {
        switch `operator` {
        case .eq, .neq:
            guard let operand = Self.operand(value, at: path, faults: &faults) else { return nil }
            self = `operator` == .eq ? .equals(operand) : .differs(operand)
        case .contains:
            guard case .string(let text) = value else {
                faults.add(.wrongType(expected: "a string", found: value.kind), at: path)
                return nil
            }
            self = .contains(SubstringSearch(text))
        case .in:
            self = .isOneOf(Self.operands(value, at: path, faults: &faults))
        case .percent:
            guard let percentage = Percentage(value) else {
                faults.add(.invalidPercentage, at: path)
                return nil
            }
            self = .isWithin(percentage)
        }
    }

    private static func operands(_ value: FlagValue, at path: FieldPath, faults: inout FaultCollector) -> Set<Scalar> {
        guard case .array(let elements) = value else { return Set([operand(value, at: path, faults: &faults)].compactMap { $0 }) }
        var operands = Set<Scalar>(minimumCapacity: elements.count)
        for (index, element) in elements.enumerated() {
            if let operand = operand(element, at: path.index(index), faults: &faults) { operands.insert(operand) }
        }
        return operands
    }

    private static func operand(_ value: FlagValue, at path: FieldPath, faults: inout FaultCollector) -> Scalar? {
        if let scalar = Scalar(value) { return scalar }
        faults.add(.wrongType(expected: "a string, number or boolean", found: value.kind), at: path)
        return nil
    }
}

extension ConditionTest {
    /// Whether the test holds for an attribute's value, nil being a missing attribute.
    ///
    /// - Parameters:
    ///   - value: the attribute's value.
    ///   - seed: the flag's seed.
    ///   - bucket: set to the user's bucket if the test needed one and `bucket` was nil.
    func holds(for value: FlagValue?, seed: BucketingSeed, bucket: inout Int?) -> Bool {
        guard let value else {
            if case .differs = self { return true } else { return false }
        }
        switch self {
        case .equals(let operand): return value.hasScalar { $0 == operand }
        case .differs(let operand): return !value.hasScalar { $0 == operand }
        case .isOneOf(let operands): return value.hasScalar(where: operands.contains)
        case .contains(let search):
            return value.hasScalar { if case .string(let text) = $0 { search.isIn(text) } else { false } }
        case .isWithin(let percentage):
            guard let own = seed.bucket(of: value) else { return false }
            bucket = bucket ?? own
            return percentage.includes(bucket: own)
        }
    }
}

extension FlagValue {
    /// Whether this value or, of an array, one of its elements is a scalar that satisfies the predicate. Looks one level deep and no deeper.
    fileprivate func hasScalar(where predicate: (Scalar) -> Bool) -> Bool {
        if case .array(let elements) = self { return elements.contains { Scalar($0).map(predicate) ?? false } }
        return Scalar(self).map(predicate) ?? false
    }
}
