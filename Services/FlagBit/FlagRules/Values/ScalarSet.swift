/// Values of which an attribute must be one.
struct ScalarSet: Sendable {
    /// Up to so many are looked through, which is faster than to hash.
    private static let lookThroughLimit = 8

    private let few: [Scalar]
    private let many: Set<Scalar>

    init(_ scalars: [Scalar]) {
        let isSmall = scalars.count <= Self.lookThroughLimit
        few = isSmall ? scalars : []
        many = isSmall ? [] : Set(scalars)
    }

    func contains(_ scalar: Scalar) -> Bool {
        few.contains(scalar) || many.contains(scalar)
    }
}
