/// A segment, checked and prepared once. Immutable.
public final class CompiledSegment: Sendable {
    /// The segment as written.
    public let definition: SegmentDefinition
    let conditions: [Condition]

    /// The segment's key.
    public var key: String { definition.key }

    /// Checks and prepares a definition.
    ///
    /// - Throws: all faults of the definition. Whether the segments that it refers to exist, ``ReferenceGraph`` tells.
    public convenience init(_ definition: SegmentDefinition, at path: FieldPath = .root) throws(DefinitionError) {
        var faults = FaultCollector()
        self.init(definition, at: path, faults: &faults)
        try faults.check()
    }

    /// Reads a segment from JSON, checks and prepares it.
    ///
    /// - Parameters:
    ///   - json: an object with the members of ``SegmentDefinition``.
    ///   - path: where `json` is in the document that faults are to refer to.
    ///   - ignoredFields: members that are the caller's own; all other unknown ones are faults.
    /// - Throws: all faults, of shape and of meaning.
    public convenience init(json: FlagValue, at path: FieldPath = .root, ignoring ignoredFields: Set<String> = []) throws(DefinitionError) {
        var faults = FaultCollector()
        let definition = SegmentDefinition.read(json, at: path, ignoring: ignoredFields, faults: &faults)
        self.init(definition, at: path, faults: &faults)
        try faults.check()
    }

    private init(_ definition: SegmentDefinition, at path: FieldPath, faults: inout FaultCollector) {
        if !CompiledFlag.isValid(key: definition.key) { faults.add(.invalidKey, at: path.field("key")) }
        conditions = Condition.all(definition.conditions, at: path.field("conditions"), isInSegment: true, faults: &faults)
        self.definition = definition
    }
}
