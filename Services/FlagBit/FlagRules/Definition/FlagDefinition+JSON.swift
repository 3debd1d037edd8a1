extension FlagDefinition {
    /// The members of a flag's JSON that play a part in evaluation.
    public static let fields = ["key", "name", "enabled", "type", "prerequisites", "rules", "variants", "default_value", "off_value"]

    /// Reads a flag from JSON: an object with ``fields``, of which only `key` must be there. Absent ones take the defaults of
    /// ``init(key:name:isEnabled:type:prerequisites:rules:variants:defaultValue:offValue:seed:)``.
    ///
    /// A null `variants`, `default_value` or `off_value` is an absent one, but for the two values of a flag of type `json`, where null is a
    /// value.
    ///
    /// - Parameters:
    ///   - json: the flag.
    ///   - seed: the seed stored with it.
    ///   - path: where `json` is in the document that faults are to refer to.
    ///   - ignoredFields: members that are the caller's own; all other unknown ones are faults.
    /// - Throws: all faults of *shape*. Whether operators and values make sense, ``CompiledFlag`` tells;
    ///   ``CompiledFlag/init(json:seed:at:ignoring:)`` reports both kinds together.
    public init(json: FlagValue, seed: String, at path: FieldPath = .root, ignoring ignoredFields: Set<String> = []) throws(DefinitionError)
    {
        var faults = FaultCollector()
        let definition = Self.read(json, seed: seed, at: path, ignoring: ignoredFields, faults: &faults)
        try faults.check()
        self = definition
    }

    static func read(
        _ json: FlagValue,
        seed: String,
        at path: FieldPath,
        ignoring ignoredFields: Set<String>,
        faults: inout FaultCollector
    ) -> FlagDefinition {
        guard let reader = ObjectReader(json, at: path, accepted: fields, ignored: ignoredFields, faults: &faults) else {
            return FlagDefinition(key: "", seed: seed)
        }
        let type = FlagType.read(reader.optionalString("type", faults: &faults), at: path.field("type"), faults: &faults)
        return FlagDefinition(
            key: reader.requiredString("key", faults: &faults),
            name: reader.optionalString("name", faults: &faults),
            isEnabled: reader.optionalBoolean("enabled", faults: &faults) ?? true,
            type: type,
            prerequisites: reader.elements("prerequisites", faults: &faults, read: PrerequisiteDefinition.read),
            rules: reader.elements("rules", faults: &faults, read: RuleDefinition.read),
            variants: reader.object("variants", faults: &faults),
            defaultValue: type == .json ? reader.optional("default_value") : reader.nonNull("default_value"),
            offValue: type == .json ? reader.optional("off_value") : reader.nonNull("off_value"),
            seed: seed
        )
    }
}

extension FlagType {
    fileprivate static func read(_ name: String?, at path: FieldPath, faults: inout FaultCollector) -> FlagType {
        guard let name else { return .boolean }
        if let type = FlagType(rawValue: name) { return type }
        faults.add(.unknownType(name, accepted: allCases.map(\.rawValue)), at: path)
        // Admits every value, so that an unknown type is one fault and not one for each value too.
        return .json
    }
}
