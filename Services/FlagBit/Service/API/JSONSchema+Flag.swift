import FlagRules
import HTTPCore

// What flags look like. A rule of them that no schema can say is how large they may be.

// MARK: Texts

extension JSONSchema {
    /// What `CompiledFlag.isValid(key:)` takes: 1 to 128 characters that are not all one or two points.
    static let flagKeyPattern =
        #"^(?:[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}|\.[A-Za-z0-9_-][A-Za-z0-9._-]{0,126}|\.\.[A-Za-z0-9._-]{1,126})$"#

    static let flagKey = string(pattern: flagKeyPattern)

    /// A text without control characters.
    static let line = #"^[^\u0000-\u001f\u007f-\u009f]*$"#

    /// A text without control characters but those that break and indent lines.
    private static let lines = #"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$"#
}

// MARK: Flags

extension JSONSchema {
    /// What ``FlagDraft`` reads.
    static let flagDraft = named(
        "FlagDraft",
        fields(
            [.required("key", flagKey, "What applications ask for: 1 to 128 letters, digits, `.`, `_` and `-`, but not `.` or `..`.")]
                + settings,
            typed: typesOfNew
        )
    )

    /// What ``FlagDraft`` reads where the key stands before the flag.
    static let flagDraftUnderKey = fields(settings, typed: typesOfNew)

    /// What ``FlagChange`` reads.
    static let flagChange = named(
        "FlagChange",
        fields([.optional("key", flagKey, "Cannot be changed. May be sent back as it is.")] + changes, typed: typesOfChange)
    )

    /// What ``Flag`` writes.
    static let flag = named(
        "Flag",
        object(
            .required("key", flagKey),
            .required("name", string(1...200)),
            .required("description", string(0...2_000).nullable),
            .required("tags", array(of: string(1...50), 0...20)),
            .required("enabled", boolean),
            .required("type", choice(of: FlagType.self)),
            .optional("prerequisites", array(of: prerequisite), orNull: false),
            .required("rules", array(of: flagRule)),
            .optional("variants", map(of: anything), orNull: false),
            .optional("default_value", anything),
            .optional("off_value", anything),
            .required("created_at", timestamp),
            .required("updated_at", timestamp)
        )
    )

    /// The fields of a flag, and for each type what its values are, which a list of fields cannot say.
    private static func fields(_ members: [Property], typed types: [JSONSchema]) -> JSONSchema {
        object(members).with("anyOf", .array(types.map(\.json)))
    }

    private static let settings: [Property] = [
        .optional("name", nameOfFlag, "For people. Default: the key."),
        .optional("description", descriptionOfFlag, "For people."),
        .optional("tags", tagsOfFlag, "For people."),
        .optional("enabled", boolean.default(true), "Whether the rules are looked at."),
        .optional("type", choice(of: FlagType.self).default("boolean"), "What the flag gives."),
        .optional("prerequisites", array(of: prerequisite), "What other flags must give first. Default: none."),
        .optional("rules", array(of: flagRule), "Tried in order. Default: none."),
        .optional(
            "variants",
            variantsOfFlag,
            "Values by their names. A value that has one is answered with it. Default: `on` and `off` of a boolean flag."
        ),
        .optional(
            "default_value",
            anything,
            "What the flag gives when no rule holds. Default: the application decides; a boolean flag is on without rules, and off with rules."
        ),
        .optional(
            "off_value",
            anything,
            "What the flag gives when it is disabled. Default: the application decides; a boolean flag is off."
        ),
        .optional("created_at", anything, "Ignored, so that what was answered can be sent back."),
        .optional("updated_at", anything, "Ignored, too."),
    ]

    /// The same in a change, which has no defaults.
    private static let changes: [Property] = [
        .optional("name", nameOfFlag, "For people. \(unchanged)"),
        .optional("description", descriptionOfFlag, "For people. \(unchanged)"),
        .optional("tags", tagsOfFlag, "For people. \(unchanged)"),
        .optional("enabled", boolean, "Whether the rules are looked at. \(unchanged)"),
        .optional("type", choice(of: FlagType.self), "What the flag gives. \(unchanged)"),
        .optional("prerequisites", array(of: prerequisite), "What other flags must give first. \(unchanged)"),
        .optional("rules", array(of: flagRule), "Tried in order. \(unchanged)"),
        .optional("variants", variantsOfFlag, "Values by their names. A value that has one is answered with it. \(unchanged)"),
        .optional("default_value", anything, "What the flag gives when no rule holds. \(unchangedValue)"),
        .optional("off_value", anything, "What the flag gives when it is disabled. \(unchangedValue)"),
        .optional("created_at", anything, "Ignored, so that what was answered can be sent back."),
        .optional("updated_at", anything, "Ignored, too."),
    ]

    private static let unchanged = "Absent: as it is. `null`: as in a new flag."
    private static let unchangedValue = "\(unchanged) For a flag of type `json`, `null` is the value."

    static let nameOfFlag = string(1...200, pattern: line)
    static let descriptionOfFlag = string(0...2_000, pattern: lines)
    private static let tagsOfFlag = array(of: string(1...50, pattern: line), 0...20)
    private static let variantsOfFlag = map(of: anything).with("propertyNames", ["minLength": 1])
}

// MARK: Types

extension JSONSchema {
    /// What flags of each type give.
    private static let values: [(type: FlagType, value: JSONSchema)] = [
        (.boolean, anyOf(boolean, choice("true", "false"))),
        (.string, string()),
        (.integer, integer(-9_007_199_254_740_991...9_007_199_254_740_991)),
        (.float, number()),
        (.json, anything),
    ]

    private static let typesOfNew = values.map { type, value in
        holding(value, type == .boolean ? .optional("type", choice("boolean")) : .required("type", choice(type.rawValue)))
    }

    /// A change that names no type is for one that nobody knows here.
    private static let typesOfChange =
        [anything.with("not", ["required": ["type"]])]
        + values.map { type, value in
            holding(value, .required("type", type == .boolean ? choice("boolean").nullable : choice(type.rawValue)))
        }

    /// A flag with this member `type`, whose values are such.
    private static func holding(_ value: JSONSchema, _ type: Property) -> JSONSchema {
        object(
            type,
            .optional("rules", array(of: object(.required("value", value), additional: .allowed))),
            .optional("variants", map(of: value)),
            .optional("default_value", value),
            .optional("off_value", value),
            additional: .allowed
        )
    }
}

// MARK: Rules

extension JSONSchema {
    /// A rule of a flag.
    private static let flagRule = named(
        "FlagRule",
        object(
            .optional("conditions", array(of: flagCondition), "All of them must hold. Without any, the rule always does.", orNull: false),
            .required("value", anything, "What the flag gives.")
        )
    )

    /// Another flag that must give a value first.
    private static let prerequisite = named(
        "Prerequisite",
        object(
            .required("flag", flagKey, "The `key` of the other flag."),
            .optional("value", anything, "What it must give. Default: `true`. A disabled flag gives nothing, whatever its `off_value`.")
        )
    )
}
