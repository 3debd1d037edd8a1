/// How a condition compares an attribute with its value. The raw value is its name in JSON.
///
/// If the attribute is an array, it is compared element by element and one that matches is enough. An attribute that is absent or null is
/// missing: every condition on it is false, negated or not, but for ``neq``, ``notIn`` and ``notExists``, which are true. Types are never
/// coerced: an attribute of a type that an operator does not look at just does not match.
public enum ConditionOperator: String, Sendable, CaseIterable {
    /// The attribute equals the value (a string, number or boolean).
    case eq
    /// The exact opposite of ``eq``, so true if the attribute is missing and, for an array, if no element equals the value.
    case neq
    /// The attribute equals one of the values (an array of strings, numbers and booleans, or a single one of them).
    case `in`
    /// The exact opposite of ``in``.
    case notIn = "not_in"
    /// The attribute is a string that has the value (a string, or one of an array of strings) in it, scalar by scalar. Every string contains
    /// `""`.
    case contains
    /// The opposite of ``contains``, but false if the attribute is missing.
    case notContains = "not_contains"
    /// The attribute is a string that begins with the value (a string, or one of an array of strings).
    case startsWith = "starts_with"
    /// The attribute is a string that ends with the value (a string, or one of an array of strings).
    case endsWith = "ends_with"
    /// The attribute is a string in which the value, a regular expression (``LinearRegex``), matches somewhere.
    case regex
    /// The attribute is a number below the value (a number).
    case lt
    /// The attribute is a number, and the value or below.
    case lte
    /// The attribute is a number above the value (a number).
    case gt
    /// The attribute is a number, and the value or above.
    case gte
    /// The attribute is a time before the value; both are times as ``Instant/init(_:)`` reads them, the value may be an offset from now, too.
    case before
    /// The attribute is a time after the value.
    case after
    /// The attribute is a version (SemVer 2) of the same precedence as the value.
    case semverEq = "semver_eq"
    /// The opposite of ``semverEq``, but false if the attribute is missing.
    case semverNeq = "semver_neq"
    /// The attribute is a version below the value.
    case semverLt = "semver_lt"
    /// The attribute is a version at or below the value.
    case semverLte = "semver_lte"
    /// The attribute is a version above the value.
    case semverGt = "semver_gt"
    /// The attribute is a version at or above the value.
    case semverGte = "semver_gte"
    /// The attribute is a version in npm's range `~value`.
    case semverTilde = "semver_tilde"
    /// The attribute is a version in npm's range `^value`.
    case semverCaret = "semver_caret"
    /// The attribute is there and not null. Takes no value.
    case exists
    /// The attribute is missing. Takes no value.
    case notExists = "not_exists"
    /// The attribute is an IP address within the value: a network like `10.0.0.0/8`, an address, or an array of them.
    /// An IPv4 address in its IPv6 form (`::ffff:10.1.2.3`) is in networks of both.
    case cidr
    /// All conditions of the segment that the value names (or of one of an array of them) hold. Looks at no attribute.
    case inSegment = "in_segment"
    /// The attribute (usually `user_id`) names a user whose bucket lies within the value (0–100 in steps of 0.01, a number or numeric string).
    ///
    /// A string is the id as it is, an integer its decimal text; the empty string and all other types, arrays included, name nobody: false,
    /// also if negated.
    case percent
}

extension ConditionOperator {
    /// Whether it is the opposite of another operator.
    var isOpposite: Bool {
        switch self {
        case .neq, .notIn, .notContains, .semverNeq, .notExists: true
        default: false
        }
    }

    /// Whether it holds for an attribute that is missing.
    var holdsIfMissing: Bool {
        switch self {
        case .neq, .notIn, .notExists: true
        default: false
        }
    }

    /// Whether it compares text, so that case can be ignored.
    var comparesText: Bool {
        switch self {
        case .eq, .neq, .in, .notIn, .contains, .notContains, .startsWith, .endsWith, .regex: true
        default: false
        }
    }

    /// Whether it takes a value.
    var takesValue: Bool { self != .exists && self != .notExists }
}
