extension FlagSnapshot {
    /// All flags in the form that GrowthBook's clients evaluate themselves: `{"features": {key: {"defaultValue", "rules"}}}`.
    ///
    /// Nothing is lost: fed with it, a client gives the same value for every flag and context, null where the value is left to the caller,
    /// and the same rule: its `ruleId` is the rule's index as text. Features with a colon in their key, which no flag has, are not for
    /// callers: they say whether prerequisites or a group with percentages hold.
    ///
    /// A client is GrowthBook's SDK for Python 4. It hashes a user id that is a number as JavaScript writes it and cannot tell 5.0 from 5,
    /// so the one thing that differs is a percentage of an attribute that is a float (which names nobody here) or an integer beyond ±2⁵³.
    ///
    /// Source: <https://docs.growthbook.io/lib/build-your-own>.
    ///
    /// - Throws: a reason for every flag with something that has no exact equivalent: the operators `regex`, `before`, `after`, `cidr` and
    ///   all of `semver_…` (GrowthBook's own compare any text, and versions wrongly from six digits on), and ``GrowthBookRefusal/Reason``'s
    ///   other cases. A disabled flag is always translated.
    public func growthBookPayload() throws(GrowthBookError) -> FlagValue {
        var features: [String: FlagValue] = [:]
        var refusals: [String: GrowthBookRefusal] = [:]
        for key in keys {
            guard let flag = self[key] else { continue }
            do throws(GrowthBookRefusal) {
                var translator = GrowthBookTranslator(flag, among: self)
                try translator.translate()
                features.merge(translator.features) { _, last in last }
            } catch {
                // The reason of a prerequisite is reported with that.
                if error.flag == key { refusals[key] = error }
            }
        }
        guard refusals.isEmpty else { throw GrowthBookError(refusals: withDependents(refusals)) }
        return ["features": .object(features)]
    }

    /// The refusals, and one for every flag that needs a refused one, in the order of keys.
    private func withDependents(_ refusals: [String: GrowthBookRefusal]) -> [GrowthBookRefusal] {
        var dependents: [String: [String]] = [:]
        for key in keys {
            guard let flag = self[key], flag.isEnabled else { continue }
            for prerequisite in flag.definition.prerequisites { dependents[prerequisite.flag, default: []].append(key) }
        }
        var refused = Set(refusals.keys)
        var pending = Array(refused)
        while let key = pending.popLast() {
            pending += (dependents[key] ?? []).filter { refused.insert($0).inserted }
        }
        return refused.sorted().compactMap { key in
            if let refusal = refusals[key] { return refusal }
            let prerequisites = self[key]?.definition.prerequisites ?? []
            return prerequisites.firstIndex { refused.contains($0.flag) }.map { index in
                let path = FieldPath.root.field("prerequisites").index(index)
                return GrowthBookRefusal(flag: key, path: path, reason: .refusedPrerequisite(prerequisites[index].flag))
            }
        }
    }
}
