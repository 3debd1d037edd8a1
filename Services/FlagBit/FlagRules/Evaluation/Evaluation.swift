/// What a flag answers in one context, and why.
public struct Evaluation: Sendable, Equatable {
    /// The value, of the flag's type; nil leaves it to the caller (disabled without off value, or no rule and no default value).
    public let value: FlagValue?
    /// The name of the variant with this value, if there is one.
    public let variant: String?
    /// Which case of the flag gave the value.
    public let reason: Reason
    /// The rule that held, counted from 0; nil if none did.
    public let rule: Int?
    /// The user's bucket (0..<10 000) at the first percentage that decided whether the rule held; nil if none did.
    public let bucket: Int?

    /// The attribute of the first percentage that was asked about somebody whom the context does not name; nil if there was none.
    public let missingBucketingAttribute: String?
    /// The first prerequisite that is not fulfilled, by its flag's key; nil if all are.
    public let failedPrerequisite: String?

    /// An evaluation of these parts.
    public init(
        value: FlagValue?,
        variant: String?,
        reason: Reason,
        rule: Int?,
        bucket: Int?,
        missingBucketingAttribute: String? = nil,
        failedPrerequisite: String? = nil
    ) {
        self.value = value
        self.variant = variant
        self.reason = reason
        self.rule = rule
        self.bucket = bucket
        self.missingBucketingAttribute = missingBucketingAttribute
        self.failedPrerequisite = failedPrerequisite
    }

    /// Which case of a flag gave the value. The raw value is its name in JSON.
    public enum Reason: String, Sendable, CaseIterable {
        /// The flag is disabled.
        case disabled
        /// A flag that must give a value first does not.
        case prerequisiteFailed = "prerequisite_failed"
        /// A rule without percentage held.
        case targetingMatch = "targeting_match"
        /// A rule held, and a percentage decided that.
        case percentageRollout = "percentage_rollout"
        /// The flag is enabled and no rule held.
        case `default`
    }
}
