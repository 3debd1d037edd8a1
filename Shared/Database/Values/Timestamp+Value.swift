public import Timekeeping

extension Timestamp: ValueConvertible {
    /// What is bound.
    public var databaseValue: Value { .integer(milliseconds) }

    /// The value read, or `nil` when it does not fit.
    public init?(databaseValue: Value) {
        guard case .integer(let milliseconds) = databaseValue else { return nil }
        self.init(milliseconds: milliseconds)
    }
}
