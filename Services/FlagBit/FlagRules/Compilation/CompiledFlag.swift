/// A flag, checked and prepared once, then evaluated any number of times from any number of threads. Immutable.
public final class CompiledFlag: Sendable {
    /// The flag as written.
    public let definition: FlagDefinition

    let seed: BucketingSeed
    let rules: [CompiledRule]
    let fallback: Answer
    let off: Answer
    /// Whether it has prerequisites, or asks about segments.
    let refersToOthers: Bool
    private let variants: VariantTable

    /// The flag's key.
    public var key: String { definition.key }
    /// What its answers are.
    public var type: FlagType { definition.type }
    /// Whether its rules are looked at.
    public var isEnabled: Bool { definition.isEnabled }

    /// Whether the flag has rules; without any, every caller gets the same answer (OFREP's `STATIC`).
    public var hasRules: Bool { !rules.isEmpty }

    /// The name of the variant with this value, nil if there is none; of several, the first by name.
    public func variant(of value: FlagValue) -> String? {
        variants.name(of: value)
    }

    /// Checks and prepares a definition.
    ///
    /// - Parameters:
    ///   - definition: the flag.
    ///   - path: where the flag is in the document that faults are to refer to.
    /// - Throws: all faults of the definition. Whether the flags and segments that it refers to exist, ``ReferenceGraph`` tells.
    public convenience init(_ definition: FlagDefinition, at path: FieldPath = .root) throws(DefinitionError) {
        var faults = FaultCollector()
        self.init(definition, at: path, faults: &faults)
        try faults.check()
    }

    /// Reads a flag from JSON as ``FlagDefinition/init(json:seed:at:ignoring:)`` does, checks and prepares it.
    ///
    /// - Throws: all faults, of shape and of meaning.
    public convenience init(
        json: FlagValue,
        seed: String,
        at path: FieldPath = .root,
        ignoring ignoredFields: Set<String> = []
    ) throws(DefinitionError) {
        var faults = FaultCollector()
        let definition = FlagDefinition.read(json, seed: seed, at: path, ignoring: ignoredFields, faults: &faults)
        self.init(definition, at: path, faults: &faults)
        try faults.check()
    }

    /// A flag that is of use only if no fault was added.
    private init(_ definition: FlagDefinition, at path: FieldPath, faults: inout FaultCollector) {
        if !Self.isValid(key: definition.key) { faults.add(.invalidKey, at: path.field("key")) }
        let type = definition.type
        let variants = VariantTable(definition.variants, of: type, at: path.field("variants"), faults: &faults)
        func answer(_ value: FlagValue?, at path: FieldPath) -> Answer {
            let admitted = value.flatMap { type.admitting($0, at: path, faults: &faults) }
            return Answer(value: admitted, variant: admitted.flatMap(variants.name))
        }
        for (index, prerequisite) in definition.prerequisites.enumerated() where !Self.isValid(key: prerequisite.flag) {
            faults.add(.invalidKey, at: path.field("prerequisites").index(index).field("flag"))
        }
        rules = definition.rules.enumerated().map { index, rule in
            let path = path.field("rules").index(index)
            return CompiledRule(
                conditions: Condition.all(rule.conditions, at: path.field("conditions"), faults: &faults),
                answer: answer(rule.value, at: path.field("value"))
            )
        }
        let implied: FlagValue? = type == .boolean ? .boolean(definition.rules.isEmpty) : nil
        fallback = answer(definition.defaultValue ?? implied, at: path.field("default_value"))
        off = answer(definition.offValue, at: path.field("off_value"))
        self.definition = definition
        refersToOthers = definition.references != References()
        seed = BucketingSeed(definition.seed)
        self.variants = variants
    }
}

extension CompiledFlag {
    /// Whether text can be a flag's key: 1–128 of `A-Z a-z 0-9 . _ -`, but neither `.` nor `..`: in a URL those mean the folder and the one
    /// above, and a client that deletes the flag `..` would ask for the end of its project.
    public static func isValid(key: String) -> Bool {
        (1...128).contains(key.utf8.count)
            && key.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
                default: false
                }
            }
            && key != "." && key != ".."
    }
}

extension FlagType {
    /// The value as a flag of this type answers it; nil, and the reason noted, if it is of another type.
    func admitting(_ value: FlagValue, at path: FieldPath, faults: inout FaultCollector) -> FlagValue? {
        if let admitted = admitting(value) { return admitted }
        faults.add(.wrongType(expected: expectation, found: value.kind), at: path)
        return nil
    }
}
