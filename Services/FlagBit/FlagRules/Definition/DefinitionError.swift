/// A definition cannot be used. Names every fault; those of shape come before those of meaning.
public struct DefinitionError: Error, Sendable, Equatable {
    /// All that is wrong; never empty.
    public let faults: [DefinitionFault]
}
