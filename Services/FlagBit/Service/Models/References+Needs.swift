import FlagRules
import HTTPCore

/// How references are stored beside what has them, so that a check need not read whole definitions.
extension References {
    /// References as ``needs`` wrote them.
    init(needs: String) throws {
        let json = needs.isEmpty ? [:] : try JSONParser.parse(needs)
        func keys(_ name: String) -> [String] { (json[name]?.arrayValue ?? []).compactMap(\.stringValue) }
        self.init(flags: keys("flags"), segments: keys("segments"))
    }

    /// `{"flags": [keys], "segments": [keys]}`, and nothing at all without any.
    var needs: String {
        guard !isEmpty else { return "" }
        let json: JSONValue = [
            "flags": .array(flags.map(JSONValue.string)), "segments": .array(segments.map(JSONValue.string)),
        ]
        return json.serialized()
    }

    /// Whether there are none.
    var isEmpty: Bool { flags.isEmpty && segments.isEmpty }
}
