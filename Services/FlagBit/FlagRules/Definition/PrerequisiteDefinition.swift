/// Another flag that must give a value first, as written: `{"flag": "checkout", "value": true}`.
public struct PrerequisiteDefinition: Sendable, Equatable {
    /// The key of the other flag.
    public var flag: String
    /// What it must give; by default `true`. A disabled flag fulfils no prerequisite, whatever its off value.
    public var value: FlagValue

    /// A prerequisite of these parts.
    public init(flag: String, value: FlagValue = true) {
        self.flag = flag
        self.value = value
    }
}

extension PrerequisiteDefinition {
    static func read(_ json: FlagValue, at path: FieldPath, faults: inout FaultCollector) -> PrerequisiteDefinition {
        guard let reader = ObjectReader(json, at: path, accepted: ["flag", "value"], faults: &faults) else {
            return PrerequisiteDefinition(flag: "")
        }
        return PrerequisiteDefinition(flag: reader.requiredString("flag", faults: &faults), value: reader.optional("value") ?? true)
    }
}
