extension ConditionTest {
    /// Nil, and the reasons noted, if the comparison's value is nothing that its operator can compare with.
    ///
    /// - Parameter path: where the value is.
    init?(_ operator: ConditionOperator, _ definition: ComparisonDefinition, at path: FieldPath, faults: inout FaultCollector) {
        let value = definition.value ?? .null
        let ignoringCase = definition.ignoresCase
        switch `operator` {
        case .eq, .neq:
            guard let operand = Self.scalar(value, at: path, faults: &faults) else { return nil }
            self = .isOneOf(ScalarSet([ignoringCase ? operand.foldingCase : operand]), ignoringCase: ignoringCase)
        case .in, .notIn:
            let operands = Self.each(value, at: path, faults: &faults, read: Self.scalar)
            self = .isOneOf(ScalarSet(ignoringCase ? operands.map(\.foldingCase) : operands), ignoringCase: ignoringCase)
        case .contains, .notContains, .startsWith, .endsWith:
            let texts = Self.each(value, at: path, faults: &faults, read: Self.text).map { ignoringCase ? CaseFolding.fold($0) : $0 }
            let place: TextTest.Place =
                switch `operator` {
                case .startsWith: .start(texts)
                case .endsWith: .end(texts)
                default: .anywhere(texts.map(SubstringSearch.init))
                }
            self = .text(TextTest(place, ignoringCase: ignoringCase))
        case .regex:
            guard let regex = Self.regex(value, ignoringCase: ignoringCase, at: path, faults: &faults) else { return nil }
            self = .text(TextTest(.expression(regex), ignoringCase: false))
        case .lt, .lte, .gt, .gte:
            guard let operand = Scalar(value), operand.isNumber else {
                faults.add(.wrongType(expected: "a number", found: value.kind), at: path)
                return nil
            }
            self = .number(`operator`.order, operand)
        case .before, .after:
            guard let operand = TimeOperand(value) else {
                faults.add(.invalidOperand(expected: TimeOperand.expectation, reason: nil), at: path)
                return nil
            }
            self = .time(`operator`.order, operand)
        case .semverEq, .semverNeq, .semverLt, .semverLte, .semverGt, .semverGte:
            guard let operand = Self.operand(value, SemanticVersion.expectation, at: path, faults: &faults, read: SemanticVersion.init)
            else { return nil }
            self = .version(`operator`.order, operand)
        case .semverTilde, .semverCaret:
            let kind: VersionRange.Kind = `operator` == .semverTilde ? .tilde : .caret
            let range = Self.operand(value, VersionRange.expectation, at: path, faults: &faults) { VersionRange(kind, $0) }
            guard let range else { return nil }
            self = .versionRange(range)
        case .cidr:
            self = .isInNetwork(
                Self.each(value, at: path, faults: &faults) {
                    Self.operand($0, IPNetwork.expectation, at: $1, faults: &$2, reason: IPNetwork.hint, read: IPNetwork.init)
                }
            )
        case .exists, .notExists: self = .exists
        case .percent:
            guard let percentage = Percentage(value) else {
                faults.add(.invalidPercentage, at: path)
                return nil
            }
            self = .isWithin(percentage)
        // Compiled by `Condition`, which knows segments.
        case .inSegment: return nil
        }
    }

    /// Every element of an array read by `read`, or a single value.
    static func each<Operand>(
        _ value: FlagValue,
        at path: FieldPath,
        faults: inout FaultCollector,
        read: (FlagValue, FieldPath, inout FaultCollector) -> Operand?
    ) -> [Operand] {
        guard case .array(let elements) = value else { return [read(value, path, &faults)].compactMap { $0 } }
        var operands: [Operand] = []
        operands.reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() {
            if let operand = read(element, path.index(index), &faults) { operands.append(operand) }
        }
        return operands
    }

    static func text(_ value: FlagValue, at path: FieldPath, faults: inout FaultCollector) -> String? {
        if case .string(let text) = value { return text }
        faults.add(.wrongType(expected: "a string", found: value.kind), at: path)
        return nil
    }

    private static func scalar(_ value: FlagValue, at path: FieldPath, faults: inout FaultCollector) -> Scalar? {
        if let scalar = Scalar(value) { return scalar }
        faults.add(.wrongType(expected: "a string, number or boolean", found: value.kind), at: path)
        return nil
    }

    /// A text in a notation of its own.
    private static func operand<Operand>(
        _ value: FlagValue,
        _ expectation: String,
        at path: FieldPath,
        faults: inout FaultCollector,
        reason: (String) -> String? = { _ in nil },
        read: (String) -> Operand?
    ) -> Operand? {
        guard case .string(let text) = value else {
            faults.add(.invalidOperand(expected: expectation, reason: nil), at: path)
            return nil
        }
        if let operand = read(text) { return operand }
        faults.add(.invalidOperand(expected: expectation, reason: reason(text)), at: path)
        return nil
    }

    private static func regex(
        _ value: FlagValue,
        ignoringCase: Bool,
        at path: FieldPath,
        faults: inout FaultCollector
    ) -> LinearRegex? {
        guard let pattern = text(value, at: path, faults: &faults) else { return nil }
        do throws(LinearRegex.PatternError) {
            return try LinearRegex(pattern, ignoresCase: ignoringCase)
        } catch {
            faults.add(.invalidOperand(expected: "a regular expression", reason: error.message), at: path)
            return nil
        }
    }
}

extension ConditionOperator {
    /// How the attribute stands to the value where the operator, or what it is the opposite of, holds.
    fileprivate var order: Order {
        switch self {
        case .lt, .before, .semverLt: .less
        case .lte, .semverLte: .lessOrEqual
        case .gt, .after, .semverGt: .greater
        case .gte, .semverGte: .greaterOrEqual
        default: .equal
        }
    }
}
