package import FlagRules
package import HTTPCore

extension FlagValue {
    /// The value, with its numbers exact: an integer stays one, and `10.0` stays a float.
    ///
    /// `nil` if a number in it is beyond the range of a double.
    package init?(_ json: JSONValue) {
        switch json {
        case .null: self = .null
        case .bool(let value): self = .boolean(value)
        case .string(let text): self = .string(text)
        case .number(let number): self.init(jsonNumber: number.text)
        case .array(let elements):
            var values: [FlagValue] = []
            values.reserveCapacity(elements.count)
            for element in elements {
                guard let value = FlagValue(element) else { return nil }
                values.append(value)
            }
            self = .array(values)
        case .object(let members):
            guard let values = Self.values(of: members) else { return nil }
            self = .object(values)
        }
    }

    /// The members by name; `nil` if a number in them is beyond the range of a double.
    package static func values(of members: JSONObject) -> [String: FlagValue]? {
        var values = [String: FlagValue](minimumCapacity: members.count)
        for (name, json) in members {
            guard let value = FlagValue(json) else { return nil }
            values[name] = value
        }
        return values
    }

    /// The value in JSON. Members are in the order of their names, so that the same answer is always the same text.
    package var json: JSONValue {
        switch self {
        case .null: .null
        case .boolean(let value): .bool(value)
        case .integer(let value): .integer(value)
        // No flag has an infinite value.
        case .float(let value): JSONValue(JSONNumber(exactly: value))
        case .string(let text): .string(text)
        case .array(let elements): .array(elements.map(\.json))
        case .object(let members): .object(JSONObject(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) }))
        }
    }
}
