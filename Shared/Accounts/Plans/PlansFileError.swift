/// Why a `PLANS_FILE` cannot be used.
public struct PlansFileError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Everything that is wrong, each with its JSON path and what is accepted there: `$.plans[1].price: must be an integer from …`.
    public let faults: [String]

    /// The faults, one in a line.
    public var description: String { faults.joined(separator: "\n") }
}
