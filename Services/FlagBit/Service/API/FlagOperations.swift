import HTTPCore
import HTTPTypes

/// The description of ``FlagRoutes``.
enum FlagOperations {
    /// All but the one that ends what the others need.
    static let all = [create, list, show, update]

    private static let group = "Flags"
    private static let flags = "/api/v1/projects/{project}/flags"
    private static let flag = "\(flags)/{key}"

    private static let create = Operation(.post, flags, id: "createFlag", in: group, "Make a flag")
        .saying(
            """
            An evaluation tries the `rules` in order; the first of which all `conditions` hold gives its `value`. If none does, the flag \
            gives its `default_value`, and a disabled flag its `off_value`. A boolean flag without a `default_value` gives `false` if it \
            has rules, else `true`.

            Values must be of the flag's `type`. An integer lies within ±9007199254740991. A boolean may be given as `"true"` or `"false"`.

            Conditions compare an attribute of the context with a value, without converting either. `eq` and `neq` take a string, a number or \
            a boolean, `in` and `not_in` those of a list. `contains`, `not_contains`, `starts_with` and `ends_with` take a text or any of a \
            list, `regex` a regular expression without backreferences and lookarounds. `lt`, `lte`, `gt` and `gte` take a number, `before` \
            and `after` a time (RFC 3339 or seconds since 1970) or an offset from now such as `-7d`. `semver_eq` to `semver_gte` take a \
            version (SemVer 2), `semver_tilde` and `semver_caret` what npm takes after `~` and `^`. `cidr` takes a network, an address, or a \
            list of them, `in_segment` the `key` of a segment, or a list of them; `exists` and `not_exists` take nothing. `percent` takes a \
            share of all users, from 0 to 100 in steps of 0.01, as a number or in a string: always the same users, and more of them when it \
            is raised.

            If the attribute is a list, one of its elements is enough. If it is missing, only `neq`, `not_in` and `not_exists` hold. \
            `negate` asks for the opposite, `ignore_case` takes upper and lower case of a text for the same. Conditions can be put together \
            in groups: `all`, `any` or `none` of a list must hold.

            `prerequisites` are other flags of the project that must give a value first. If one does not, the flag gives its `off_value`. \
            Flags and segments must exist when something refers to them, cannot need each other in a circle, and no flag may need more \
            than 500 others in all, or than 20 in a row.

            A flag has at most 1000 rules, prerequisites and conditions together and 65536 bytes as JSON; all flags and segments of a \
            project together have at most 20000 and 4 MB.
            """
        )
        .requiring(.key(.write))
        .taking(.project)
        .reading(.json(.flagDraft, example: example))
        .answering(.json(.created, "The flag.", .flag, headers: [.location]))
        .failing(with: .planLimitReached, .flagKeyTaken, .projectTooLarge)
        .idempotent()
        .example(captures: ["FLAG_KEY": "key"])

    private static let example: JSONValue = [
        "key": "new-checkout", "name": "New checkout",
        "rules": [
            ["conditions": [["attribute": "country", "operator": "in", "value": ["US", "CA"]]], "value": true],
            ["conditions": [["attribute": "user_id", "operator": "percent", "value": 25]], "value": true],
        ],
    ]

    private static let list = Operation(.get, flags, id: "listFlags", in: group, "List the flags of a project")
        .requiring(.key(.read))
        .taking(.project)
        .takingPage()
        .answering(.list("flags", of: .flag, "A page of flags, the oldest first."))

    private static let show = Operation(.get, flag, id: "getFlag", in: group, "See a flag")
        .requiring(.key(.read))
        .taking(.project, .flagKey)
        .answering(.json(.ok, "The flag.", .flag))
        .failing(with: .flagNotFound)

    private static let update = Operation(.put, flag, id: "updateFlag", in: group, "Change a flag")
        .saying(
            """
            Takes any of the fields; the others stay as they are, and what is `null` becomes as in a new flag. What is wrong with the \
            fields themselves is answered with 400. What does not fit the flag as it is, such as a value of another type, is answered \
            with 409 `conflict`. Both list all that is wrong in `errors`, and then nothing is changed.

            The next evaluation sees the change. Nobody is moved within a percentage by it, unless it changes that percentage.
            """
        )
        .requiring(.key(.write))
        .taking(.project, .flagKey)
        .reading(.json(.flagChange, example: ["description": "The checkout on one page", "tags": ["checkout"]]))
        .answering(.json(.ok, "The flag as it is now.", .flag))
        .failing(with: .flagNotFound, .conflict, .projectTooLarge)

    /// Ends the flag that the examples have made.
    static let delete = Operation(.delete, flag, id: "deleteFlag", in: group, "Delete a flag")
        .saying("Refused as long as it is a prerequisite of other flags.")
        .requiring(.key(.write))
        .taking(.project, .flagKey)
        .answering(.noContent("It is gone, and the next evaluation does not know it."))
        .failing(with: .flagNotFound, .flagInUse)
}

extension Operation.Parameter {
    /// The flag in a path.
    static let flagKey = path("key", .flagKey, "The `key` of the flag.", example: "$FLAG_KEY")
}
