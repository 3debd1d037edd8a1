import FlagBitService
import FlagRules
import HTTPCore

extension FlagLines {
    /// The times that values name.
    func times(_ question: JSONValue) throws -> JSONObject {
        let times = try (question["values"]?.arrayValue ?? []).map { json -> JSONValue in
            guard let value = FlagValue(json) else { throw NotUnderstood(what: "values") }
            return Instant(value).map { [.integer($0.seconds), .integer($0.nanoseconds)] } ?? .null
        }
        return ["times": .array(times)]
    }
}
