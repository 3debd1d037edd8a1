import FlagRules
import HTTPCore
import Timekeeping

extension EvaluationContext {
    /// Reads the `context` of an OFREP request. It may be absent, and so may its `targetingKey`.
    ///
    /// The targeting key is the attribute `targetingKey`, and `user_id` as well where the context has none: that is what the rules of this
    /// product ask for.
    ///
    /// - Throws: all that is wrong, of which a fault at `$` says that this is no request at all.
    init(ofrep body: JSONValue, at now: Timestamp) throws(InvalidInput) {
        let reader = ObjectReader(body)
        // What later versions of the protocol add is not for us to refuse.
        reader.acceptUnknownFields()
        var attributes = reader.attributes()
        if let key = attributes[Self.targetingKey], key != .null {
            if case .string = key {
            } else {
                reader.fault(at: reader.path.member("context").member(Self.targetingKey), .wrongType, "must be a string, not \(key.kind)")
            }
            if attributes[Self.userID] ?? .null == .null { attributes[Self.userID] = key }
        }
        try reader.finish()
        self.init(attributes: attributes, now: Instant(now))
    }

    private static let targetingKey = "targetingKey"
    private static let userID = "user_id"

    /// The attributes that a targeting key stands for.
    static let targetingAttributes = [targetingKey, userID]
}

extension Instant {
    /// The same time.
    init(_ time: Timestamp) {
        let rest = time.milliseconds - time.seconds * 1_000
        self.init(seconds: time.seconds, nanoseconds: Int32(rest) * 1_000_000)
    }
}
