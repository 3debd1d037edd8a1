/// What is taken off an amount.
public struct Adjustment: Sendable, Hashable {
    /// How much.
    public enum Size: Sendable, Hashable {
        /// An amount of money in the currency of the invoice.
        case amount(DecimalNumber)
        /// A share of what it is taken off, in percent: 10 is a tenth.
        case percent(DecimalNumber)
    }

    /// How much; not below zero, and not more than what it is taken off. It always makes that smaller: 10 off −100 leaves −90.
    public var size: Size
    /// Why, as it is to be printed (BT-97, BT-139).
    public var reason: String

    /// An allowance.
    public init(_ size: Size, reason: String = "") {
        self.size = size
        self.reason = reason
    }
}
