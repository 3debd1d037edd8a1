/// How a condition compares an attribute with its value. The raw value is its name in JSON.
///
/// If the attribute is an array, it is compared element by element and one that matches is enough. An attribute that is absent or null is
/// missing: every operator but ``neq`` is then false.
public enum ConditionOperator: String, Sendable, CaseIterable {
    /// The attribute equals the value (a string, number or boolean), without coercion.
    case eq
    /// The exact opposite of ``eq``, so true if the attribute is missing and, for an array, if no element equals the value.
    case neq
    /// The attribute is a string that has the value (a string) in it, scalar by scalar, case-sensitive. Every string contains `""`.
    case contains
    /// The attribute equals one of the values (an array of strings, numbers and booleans, or a single one of them).
    case `in`
    /// The attribute (usually `user_id`) names a user whose bucket lies within the value (0–100 in steps of 0.01, a number or numeric string).
    ///
    /// A string is the id as it is, an integer its decimal text; the empty string and all other types, arrays included, name nobody: false.
    case percent
}
