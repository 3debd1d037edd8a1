/// Reads the members of a JSON object; what is wrong goes to the fault collector, and a stand-in is returned so that reading goes on.
struct ObjectReader {
    private let members: [String: FlagValue]
    private let path: FieldPath

    /// Nil if `json` is no object. Members that are neither `accepted` nor `ignored` are faults.
    init?(_ json: FlagValue, at path: FieldPath, accepted: [String], ignored: Set<String> = [], faults: inout FaultCollector) {
        guard case .object(let members) = json else {
            faults.add(.wrongType(expected: "an object", found: json.kind), at: path)
            return nil
        }
        for name in members.keys.sorted() where !accepted.contains(name) && !ignored.contains(name) {
            faults.add(.unknownField(accepted: accepted), at: path.field(name))
        }
        self.members = members
        self.path = path
    }

    /// The member, or nil if it is absent.
    func optional(_ name: String) -> FlagValue? {
        members[name]
    }

    /// The member, or nil if it is absent or null.
    func nonNull(_ name: String) -> FlagValue? {
        if let value = members[name], value != .null { value } else { nil }
    }

    /// The member; its absence is a fault.
    func required(_ name: String, faults: inout FaultCollector) -> FlagValue {
        if let value = members[name] { return value }
        faults.add(.missing, at: path.field(name))
        return .null
    }

    /// The text of a member that must be there.
    func requiredString(_ name: String, faults: inout FaultCollector) -> String {
        string(required(name, faults: &faults), name, faults: &faults)
    }

    /// The text of a member, nil if it is absent.
    func optionalString(_ name: String, faults: inout FaultCollector) -> String? {
        members[name].map { string($0, name, faults: &faults) }
    }

    /// The boolean of a member, nil if it is absent.
    func optionalBoolean(_ name: String, faults: inout FaultCollector) -> Bool? {
        guard let value = members[name] else { return nil }
        if case .boolean(let boolean) = value { return boolean }
        faults.add(.wrongType(expected: "a boolean", found: value.kind), at: path.field(name))
        return nil
    }

    /// Every element of an array read by `read`; empty if the member is absent.
    func elements<Element>(
        _ name: String,
        faults: inout FaultCollector,
        read: (FlagValue, FieldPath, inout FaultCollector) -> Element
    ) -> [Element] {
        guard let value = members[name] else { return [] }
        guard case .array(let elements) = value else {
            faults.add(.wrongType(expected: "an array", found: value.kind), at: path.field(name))
            return []
        }
        return elements.enumerated().map { read($1, path.field(name).index($0), &faults) }
    }

    /// The members of an object; empty if the member is absent or null.
    func object(_ name: String, faults: inout FaultCollector) -> [String: FlagValue] {
        guard let value = nonNull(name) else { return [:] }
        if case .object(let object) = value { return object }
        faults.add(.wrongType(expected: "an object", found: value.kind), at: path.field(name))
        return [:]
    }

    private func string(_ value: FlagValue, _ name: String, faults: inout FaultCollector) -> String {
        if case .string(let text) = value { return text }
        faults.add(.wrongType(expected: "a string", found: value.kind), at: path.field(name))
        return ""
    }
}
