import FlagRules
import HTTPCore

// What conditions look like. What a text must be for an operator to read it, such as a version, and how deep groups may be, is said in words.

extension JSONSchema {
    /// A condition of a rule or a segment: a comparison or a group.
    static let flagCondition = named(
        "FlagCondition",
        anyOf(
            named("FlagComparison", comparison()),
            group(.all, "All of these conditions must hold."),
            group(.any, "One of these conditions must hold."),
            group(.none, "None of these conditions may hold.")
        )
        .described("A comparison or a group of conditions. At most \(GroupDefinition.maximumDepth) groups may stand inside each other.")
    )

    private static func group(_ kind: GroupDefinition.Kind, _ words: String) -> JSONSchema {
        object(.required(kind.rawValue, array(of: reference(to: "FlagCondition")), words), .negate)
    }

    /// A rule of the playground: a comparison and what it gives.
    static let playgroundRule = named("PlaygroundRule", comparison([.required("result", anything, "What the rule gives.")]))

    private static func comparison(_ more: [Property] = []) -> JSONSchema {
        let members: [Property] = [
            .optional("attribute", string(), "The name of an attribute of the context. Only `in_segment` needs none.", orNull: false),
            .required("operator", choice(of: ConditionOperator.self), "How to compare it."),
            .optional("value", anything, "What to compare it with. Only `exists` and `not_exists` need none."),
            .negate,
            .optional("ignore_case", boolean, "Whether upper and lower case are the same. Only where texts are compared.", orNull: false),
        ]
        return object(members + more).with("anyOf", .array(alternatives.map(\.json)))
    }

    /// What each operator compares with, which a list of members cannot say.
    private static let alternatives = [
        comparing(["eq", "neq"], with: scalar, ignoresCase: true),
        comparing(["in", "not_in"], with: anyOf(boolean, number(), string(), array(of: scalar)), ignoresCase: true),
        comparing(["contains", "not_contains", "starts_with", "ends_with"], with: texts, ignoresCase: true),
        comparing(["regex"], with: string(), ignoresCase: true),
        comparing(["lt", "lte", "gt", "gte"], with: number()),
        comparing(["before", "after"], with: anyOf(string(), number())),
        comparing(
            ["semver_eq", "semver_neq", "semver_lt", "semver_lte", "semver_gt", "semver_gte", "semver_tilde", "semver_caret"],
            with: string()
        ),
        comparing(["cidr"], with: texts),
        comparing(["percent"], with: percentage),
        alternative(["in_segment"], [.required("value", texts), withCase]),
        alternative(["exists", "not_exists"], [attribute, withCase]),
    ]

    private static func comparing(_ operators: [String], with value: JSONSchema, ignoresCase: Bool = false) -> JSONSchema {
        alternative(operators, [attribute, .required("value", value)] + (ignoresCase ? [] : [withCase]))
    }

    private static func alternative(_ operators: [String], _ members: [Property]) -> JSONSchema {
        object([.required("operator", choice(operators))] + members, additional: .allowed)
    }

    private static let attribute = Property.required("attribute", string().with("minLength", 1))
    private static let withCase = Property.optional("ignore_case", constant(false), orNull: false)

    private static let scalar = anyOf(boolean, number(), string())
    private static let texts = anyOf(string(), array(of: string()))

    /// What `Percentage` reads.
    private static let percentage = anyOf(number(0...100).described("In steps of 0.01."), percentText)

    /// The same as a text.
    static let percentText = string(pattern: #"^(?:100(?:\.0{1,2})?|[1-9]?[0-9](?:\.[0-9]{1,2})?)$"#)
}

extension JSONSchema.Property {
    fileprivate static let negate = optional(
        "negate",
        JSONSchema.boolean,
        "Whether the opposite is asked for. An attribute that is missing fulfils neither.",
        orNull: false
    )
}
