/// A state of the file as its archive counts: everything up to and with a commit.
public struct ArchivePosition: Sendable, Equatable {
    /// Which unbroken series of commits; 16 hexadecimal digits.
    public let generation: String
    /// Which commit of it: the first one is 1. 0 is the state that the generation began with.
    public let sequence: Int64

    /// - Parameters:
    ///   - generation: 16 hexadecimal digits.
    ///   - sequence: 0 or more.
    public init(generation: String, sequence: Int64) {
        self.generation = generation
        self.sequence = sequence
    }
}
