/// An answer that a test cannot go on with.
public struct UnexpectedAnswer: Error, CustomStringConvertible {
    /// What was asked for and what came.
    public let description: String
}
