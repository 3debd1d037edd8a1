import FlagRules
import HTTPCore
import NIOCore

/// What a flag can answer over OFREP, as JSON made once: an evaluation only chooses among it.
///
///     {"key":"banner","reason":"TARGETING_MATCH","value":"sun","variant":"summer"}
struct OFREPRendering: Sendable {
    /// Up to the reason.
    private let head: [UInt8]
    /// What follows the reason, for each rule, …
    private let rules: [[UInt8]]
    /// … when none holds, …
    private let fallback: [UInt8]
    /// … and when the flag is disabled, or a prerequisite fails.
    private let off: [UInt8]
    private let hasRules: Bool

    init(of flag: CompiledFlag) {
        head = Array(#"{"key":\#(JSONValue.string(flag.key).serialized()),"reason":""#.utf8)
        rules = flag.definition.rules.indices.map { Self.tail(flag.value(ofRule: $0), flag) }
        fallback = Self.tail(flag.defaultValue, flag)
        // A disabled flag has no value rather than null.
        off = Self.tail(flag.offValue == .null ? nil : flag.offValue, flag)
        hasRules = flag.hasRules
    }

    private static func tail(_ value: FlagValue?, _ flag: CompiledFlag) -> [UInt8] {
        let variant = JSONValue(value.flatMap(flag.variant)).serialized()
        let member = value.map { #","value":\#($0.json.serialized())"# } ?? ""
        return Array(#""\#(member),"variant":\#(variant)}"#.utf8)
    }

    /// Writes an evaluation of the flag.
    func write(_ evaluation: Evaluation, to buffer: inout ByteBuffer) {
        buffer.writeBytes(head)
        switch evaluation.reason {
        // OFREP has no reason for prerequisites; for the application, the flag is off.
        case .disabled, .prerequisiteFailed: buffer.writeStaticString("DISABLED")
        case .targetingMatch: buffer.writeStaticString("TARGETING_MATCH")
        case .percentageRollout: buffer.writeStaticString("SPLIT")
        case .default where hasRules: buffer.writeStaticString("DEFAULT")
        case .default: buffer.writeStaticString("STATIC")
        }
        switch (evaluation.reason, evaluation.rule) {
        case (.disabled, _), (.prerequisiteFailed, _): buffer.writeBytes(off)
        case (_, let rule?): buffer.writeBytes(rules[rule])
        case (_, nil): buffer.writeBytes(fallback)
        }
    }
}
