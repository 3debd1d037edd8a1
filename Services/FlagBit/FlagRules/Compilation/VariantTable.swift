/// The names of a flag's values.
struct VariantTable: Sendable {
    /// Sorted by name, so that of several names for one value it is always the same that is found.
    private let variants: [(name: String, value: FlagValue)]

    init(_ definition: [String: FlagValue], of type: FlagType, at path: FieldPath, faults: inout FaultCollector) {
        var variants: [(name: String, value: FlagValue)] = []
        for (name, value) in definition.sorted(by: { $0.key < $1.key }) {
            if name.isEmpty { faults.add(.emptyName, at: path.field(name)) }
            if let admitted = type.admitting(value, at: path.field(name), faults: &faults) { variants.append((name, admitted)) }
        }
        if definition.isEmpty, type == .boolean { variants = [("off", false), ("on", true)] }
        self.variants = variants
    }

    func name(of value: FlagValue) -> String? {
        variants.first { $0.value == value }?.name
    }
}
