extension CompiledFlag {
    /// What a rule gives, as a value of the flag's type. The rule is counted from 0 and must exist.
    public func value(ofRule index: Int) -> FlagValue? { rules[index].answer.value }

    /// What the enabled flag gives when no rule holds, nil to leave it to the caller.
    public var defaultValue: FlagValue? { fallback.value }

    /// What the flag gives when it is disabled or a prerequisite fails, nil to leave it to the caller.
    public var offValue: FlagValue? { off.value }
}
