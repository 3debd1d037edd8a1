/// Flags cannot be given to GrowthBook's clients without changing what they answer.
public struct GrowthBookError: Error, Sendable, Equatable {
    /// One for each flag that stands in the way, in the order of their keys; never empty. All other flags can be translated without these.
    public let refusals: [GrowthBookRefusal]
}

/// Why one flag cannot be translated: the first reason found.
public struct GrowthBookRefusal: Error, Sendable, Equatable {
    /// The flag's key.
    public let flag: String
    /// Where in the flag: `$.rules[0].conditions[1]`. Of a condition in a segment, where the flag refers to that.
    public let path: FieldPath
    /// The segment that the reason lies in, by key; nil if it is in the flag itself.
    public var segment: String?
    /// What GrowthBook's clients have nothing equal to.
    public let reason: Reason

    /// What GrowthBook's clients have nothing equal to.
    public enum Reason: Sendable, Equatable {
        /// An operator without an exact equivalent; which these are, ``FlagSnapshot/growthBookPayload()`` says.
        case noEquivalent(operator: String)
        /// An attribute that GrowthBook would not find by its name: it takes a point for a step into an object and a `$` at the start for
        /// an operator, and tells apart spellings of one text (`é` as one scalar or as two), which names here are not.
        case unreadableAttribute(String, operator: String)
        /// A rule that gives null, which makes GrowthBook's clients skip it.
        case nullValue
        /// Conditions nested so deep, most likely by segments in segments, that clients could run out of stack.
        case nestedTooDeep
        /// A prerequisite that cannot be translated itself, by its flag's key.
        case refusedPrerequisite(String)
    }
}

extension GrowthBookRefusal {
    /// The name of the operator in whose condition the reason lies; nil if it lies in none.
    public var `operator`: String? {
        switch reason {
        case .noEquivalent(let name), .unreadableAttribute(_, let name): name
        case .nullValue, .nestedTooDeep, .refusedPrerequisite: nil
        }
    }

    /// One sentence that a person can act on.
    public var message: String {
        let place = segment.map { " (in the segment \"\($0)\")" } ?? ""
        return "Flag \"\(flag)\" at \(path)\(place): \(explanation)"
    }

    private var explanation: String {
        switch reason {
        case .noEquivalent(let name): "GrowthBook has nothing that means the same as \"\(name)\"."
        case .unreadableAttribute(let attribute, _):
            "GrowthBook cannot look up an attribute of the name \"\(attribute)\"; use ASCII without points and without \"$\" at the start."
        case .nullValue: "GrowthBook skips rules that give null."
        case .nestedTooDeep: "these conditions are nested too deep for GrowthBook's clients."
        case .refusedPrerequisite(let key): "the prerequisite \"\(key)\" cannot be translated."
        }
    }
}
