/// A flag as written: plain values that nobody has checked yet. ``CompiledFlag`` checks them.
public struct FlagDefinition: Sendable, Equatable {
    /// What callers ask for: 1–128 of `A-Z a-z 0-9 . _ -`.
    public var key: String
    /// What people call it; plays no part in evaluation.
    public var name: String
    /// Whether rules are looked at; a disabled flag answers ``offValue``.
    public var isEnabled: Bool
    /// What the answers are.
    public var type: FlagType
    /// Other flags that must give a value first; if one does not, this flag answers ``offValue``.
    public var prerequisites: [PrerequisiteDefinition]
    /// Tried in order; the first that holds wins.
    public var rules: [RuleDefinition]
    /// Names for values. Empty: a boolean flag has `on` and `off`, others have none.
    public var variants: [String: FlagValue]
    /// What an enabled flag answers when no rule holds. Nil: a boolean flag answers `false` if it has rules and `true` if it has none,
    /// others leave it to the caller.
    public var defaultValue: FlagValue?
    /// What the flag answers when it is disabled or a prerequisite fails. Nil: left to the caller.
    public var offValue: FlagValue?
    /// Random text made with the flag and never changed: it decides who is in a percentage, independently of key and name.
    public var seed: String

    /// A flag of these parts; by default an enabled boolean without rules, named as its key.
    public init(
        key: String,
        name: String? = nil,
        isEnabled: Bool = true,
        type: FlagType = .boolean,
        prerequisites: [PrerequisiteDefinition] = [],
        rules: [RuleDefinition] = [],
        variants: [String: FlagValue] = [:],
        defaultValue: FlagValue? = nil,
        offValue: FlagValue? = nil,
        seed: String
    ) {
        self.key = key
        self.name = name ?? key
        self.isEnabled = isEnabled
        self.type = type
        self.prerequisites = prerequisites
        self.rules = rules
        self.variants = variants
        self.defaultValue = defaultValue
        self.offValue = offValue
        self.seed = seed
    }
}
