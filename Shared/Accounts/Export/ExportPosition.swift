/// How far an export has come in a list whose rows are numbered by owner, such as the pings of each monitor: the owner and the number of
/// one of its rows, which together are one number that grows along the list, as an ``ExportSection`` needs it.
public struct ExportPosition: Sendable, Equatable {
    /// Enough for a thousand rows a second of one owner during two years; what is left is enough for 134 million owners.
    private static let numberBits: Int64 = 36

    /// The row id of the owner.
    public let owner: Int64
    /// The number of its row; 0 before the first.
    public let number: Int64

    /// A place in the list.
    public init(owner: Int64, number: Int64) {
        self.owner = owner
        self.number = number
    }

    /// Takes both out of ``value``. 0 is before everything.
    public init(_ value: Int64) {
        self.init(owner: value >> Self.numberBits, number: value & ((1 << Self.numberBits) - 1))
    }

    /// Both in one number.
    public var value: Int64 { (owner << Self.numberBits) | number }
}
