/// A flag's seed, hashed once: the hash runs left to right, so the part over the seed is the same for every user.
struct BucketingSeed: Sendable {
    private let hash: FNV1a

    init(_ text: String) {
        var hash = FNV1a()
        hash.combine(text)
        self.hash = hash
    }

    /// The bucket of `id`, 0..<10 000; see ``Bucketing``.
    func bucket(of id: String) -> Int {
        var first = hash
        first.combine(id)
        var second = FNV1a()
        second.combine(decimal: first.state)
        return Int(second.state % UInt32(Bucketing.bucketCount))
    }

    /// The bucket of the user that an attribute names, or nil if it names nobody.
    ///
    /// A string is the id as it is, an integer its decimal text; the empty string is no id (as in GrowthBook's SDKs), and neither is a value
    /// of any other type: an array is not one user, and a float or boolean has no single spelling.
    func bucket(of attribute: FlagValue) -> Int? {
        switch attribute {
        case .string(let id): id.isEmpty ? nil : bucket(of: id)
        case .integer(let id): bucket(of: id.description)
        case .null, .boolean, .float, .array, .object: nil
        }
    }
}
