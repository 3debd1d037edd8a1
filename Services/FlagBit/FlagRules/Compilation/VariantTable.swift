/// The names of a flag's values.
struct VariantTable: Sendable {
    /// Of several names for one value, the first in their order.
    private let names: [FlagValue: String]

    init(_ definition: [String: FlagValue], of type: FlagType, at path: FieldPath, faults: inout FaultCollector) {
        var names: [FlagValue: String] = definition.isEmpty && type == .boolean ? [true: "on", false: "off"] : [:]
        for (name, value) in definition.sorted(by: { $0.key < $1.key }) {
            if name.isEmpty { faults.add(.emptyName, at: path.field(name)) }
            guard let admitted = type.admitting(value, at: path.field(name), faults: &faults), names[admitted] == nil else { continue }
            names[admitted] = name
        }
        self.names = names
    }

    func name(of value: FlagValue) -> String? {
        names[value]
    }
}
