import FlagRules
import Testing

/// What the payload looks like; that clients understand it as meant, `Tests/VerifyFlags/growthbook.py` checks.
@Suite struct `Translation to GrowthBook's payload` {
    private func features(_ flags: FlagDefinition..., segments: [SegmentDefinition] = []) throws -> [String: FlagValue] {
        let snapshot = FlagSnapshot(try flags.map { try CompiledFlag($0) }, segments: try segments.map { try CompiledSegment($0) })
        guard case .object(let payload) = try snapshot.growthBookPayload(), case .object(let features) = payload["features"] else {
            return [:]
        }
        return features
    }

    /// The condition of a flag's only rule that has only this one.
    private func translated(_ definition: ConditionDefinition, segments: [SegmentDefinition] = []) throws -> FlagValue? {
        let flag = FlagDefinition(key: "flag", rules: [rule(definition, gives: true)], seed: "seed")
        guard case .object(let feature) = try features(flag, segments: segments)["flag"], case .array(let rules) = feature["rules"],
            case .object(let rule) = rules.first, rules.count == 1, rule["force"] == true
        else { return nil }
        return rule["condition"]
    }

    /// The test of an attribute, or of an element of it.
    private func test(_ attribute: String, _ test: FlagValue) -> FlagValue {
        ["$or": [[attribute: test], [attribute: ["$elemMatch": test]]]]
    }

    @Test func `a rule keeps its index as id, and a percentage is a filter`() throws {
        let flag = FlagDefinition(
            key: "new-checkout",
            type: .string,
            rules: [
                rule(condition("country", "eq", "US"), condition("user_id", "percent", "12.34"), gives: "new"),
                rule(gives: "old"),
            ],
            defaultValue: "none",
            seed: "seed"
        )
        let expected: FlagValue = [
            "defaultValue": "none",
            "rules": [
                [
                    "id": "0", "force": "new", "condition": test("country", ["$eq": "US"]),
                    "filters": [["attribute": "user_id", "seed": "seed", "hashVersion": 2, "ranges": [[0, 0.1234]]]],
                ],
                ["id": "1", "force": "old"],
            ],
        ]
        #expect(try features(flag) == ["new-checkout": expected])
    }

    @Test func `a rule with a percentage of the user 0, whom GrowthBook does not hash, is written out for that user`() throws {
        let bucket = Bucketing.bucket(seed: "seed", id: "0")
        for (hundredths, isNegated, isIncluded) in [
            (bucket, false, false), (bucket + 1, false, true), (bucket, true, true), (bucket + 1, true, false),
        ] {
            let limit = Double(hundredths) / 10_000
            let percentage = ConditionDefinition(
                attribute: "id",
                operator: "percent",
                value: .float(Double(hundredths) / 100),
                isNegated: isNegated
            )
            let flag = FlagDefinition(key: "flag", rules: [rule(percentage, gives: true)], seed: "seed")
            let range: FlagValue = isNegated ? [.float(limit), 1] : [0, .float(limit)]
            var rules: [FlagValue] = [
                [
                    "id": "0", "force": true,
                    "filters": [["attribute": "id", "seed": "seed", "hashVersion": 2, "ranges": [range]]],
                ]
            ]
            if isIncluded { rules.append(["id": "0", "force": true, "condition": ["id": ["$eq": 0]]]) }
            #expect(try features(flag)["flag"] == ["defaultValue": false, "rules": .array(rules)])
        }
    }

    @Test(
        arguments: [
            ("eq", 1, ["$eq": 1]), ("lt", 1.5, ["$lt": 1.5]), ("gte", 1, ["$gte": 1]),
            ("contains", "a.b", ["$regex": #"a\.b"#]), ("starts_with", ["a", "(b"], ["$regex": #"^(?:a|\(b)"#]),
            ("ends_with", "a$", ["$regex": #"a\$(?![\s\S])"#]),
        ] as [(String, FlagValue, FlagValue)]
    )
    func `a test is one of the attribute or of an element of it`(name: String, value: FlagValue, expected: FlagValue) throws {
        #expect(try translated(condition("a", name, value)) == test("a", expected))
    }

    @Test func `lists and existence need no look at elements`() throws {
        #expect(try translated(condition("a", "in", [1, "b", true])) == ["a": ["$in": [1, "b", true]]])
        #expect(try translated(condition("a", "in", [])) == ["$not": [:]])
        #expect(try translated(ConditionDefinition(attribute: "a", operator: "exists")) == ["a": ["$exists": true]])
        #expect(try translated(ConditionDefinition(attribute: "a", operator: "not_exists")) == ["$not": ["a": ["$exists": true]]])
    }

    @Test func `an opposite holds for a missing attribute only where it does here`() throws {
        let equal = test("a", ["$eq": 1])
        #expect(try translated(condition("a", "neq", 1)) == ["$not": equal])
        #expect(
            try translated(ConditionDefinition(attribute: "a", operator: "eq", value: 1, isNegated: true))
                == ["$and": [["a": ["$exists": true]], ["$not": equal]]]
        )
        #expect(try translated(ConditionDefinition(attribute: "a", operator: "neq", value: 1, isNegated: true)) == equal)
        #expect(
            try translated(condition("a", "not_contains", "x"))
                == ["$and": [["a": ["$exists": true]], ["$not": test("a", ["$regex": "x"])]]]
        )
    }

    @Test func `groups are put together, and segments are written out`() throws {
        let one = condition("a", "in", [1, 2])
        let other = condition("b", "in", [3, 4])
        let translatedOne: FlagValue = ["a": ["$in": [1, 2]]]
        let translatedOther: FlagValue = ["b": ["$in": [3, 4]]]
        #expect(try translated(.group(GroupDefinition(.all, [one, other]))) == ["$and": [translatedOne, translatedOther]])
        #expect(try translated(.group(GroupDefinition(.any, [one, other]))) == ["$or": [translatedOne, translatedOther]])
        #expect(try translated(.group(GroupDefinition(.none, [one]))) == ["$not": translatedOne])
        #expect(try translated(.group(GroupDefinition(.none, [one], isNegated: true))) == translatedOne)
        #expect(try translated(.group(GroupDefinition(.any, []))) == ["$not": [:]])
        let segment = SegmentDefinition(key: "segment", conditions: [one, other])
        #expect(
            try translated(condition("", "in_segment", ["segment", "unknown"]), segments: [segment])
                == ["$and": [translatedOne, translatedOther]]
        )
        #expect(try translated(condition("", "in_segment", "unknown")) == ["$not": [:]])
    }

    @Test func `a group with a percentage becomes a hidden feature`() throws {
        let group = GroupDefinition(.any, [condition("a", "in", [1, 2]), condition("id", "percent", 0)], isNegated: true)
        let flag = FlagDefinition(key: "flag", rules: [rule(.group(group), gives: true)], seed: "seed")
        let filter: FlagValue = ["attribute": "id", "seed": "seed", "hashVersion": 2, "ranges": [[0, 0.0]]]
        let expected: [String: FlagValue] = [
            "flag": [
                "defaultValue": false,
                "rules": [["id": "0", "force": true, "parentConditions": [["id": "flag:0", "condition": ["value": ["$eq": false]]]]]],
            ],
            "flag:0": [
                "defaultValue": false,
                "rules": [["force": true, "condition": ["a": ["$in": [1, 2]]]], ["force": true, "filters": [filter]]],
            ],
        ]
        #expect(try features(flag) == expected)
    }

    @Test func `a disabled flag has no rules, whatever they are`() throws {
        let refused = [rule(condition("a.b", "eq", 1), gives: "a")]
        let flag = FlagDefinition(
            key: "flag",
            isEnabled: false,
            type: .string,
            rules: refused,
            defaultValue: "d",
            offValue: "off",
            seed: "seed"
        )
        #expect(try features(flag)["flag"] == ["defaultValue": "off", "rules": []])
    }
}
