import FlagRules
import Testing

/// How prerequisites become conditions on other features.
@Suite struct `Translation of prerequisites to GrowthBook's payload` {
    private func features(_ flags: FlagDefinition...) throws -> [String: FlagValue] {
        guard case .object(let payload) = try FlagSnapshot(try flags.map { try CompiledFlag($0) }).growthBookPayload(),
            case .object(let features) = payload["features"]
        else { return [:] }
        return features
    }

    private func child(of parent: String, value: FlagValue = true, off: FlagValue? = false) -> FlagDefinition {
        FlagDefinition(key: "child", prerequisites: [PrerequisiteDefinition(flag: parent, value: value)], offValue: off, seed: "seed")
    }

    private func parent(_ key: String, gives value: FlagValue) -> FlagValue {
        ["id": .string(key), "condition": ["value": ["$eq": value]]]
    }

    @Test func `a flag whose prerequisite fails gives its off value by a rule without id`() throws {
        let features = try features(child(of: "parent"), FlagDefinition(key: "parent", seed: "seed"))
        #expect(
            features["child"] == [
                "defaultValue": true,
                "rules": [["force": false, "parentConditions": [parent("child:prerequisites", gives: false)]]],
            ]
        )
        #expect(
            features["child:prerequisites"] == [
                "defaultValue": false, "rules": [["force": true, "parentConditions": [parent("parent", gives: true)]]],
            ]
        )
    }

    @Test func `no off value is a gate that is shut`() throws {
        let features = try features(child(of: "parent", off: nil), FlagDefinition(key: "parent", seed: "seed"))
        let gate: FlagValue = ["id": "child:prerequisites", "condition": ["value": ["$eq": true]], "gate": true]
        #expect(
            features["child"] == ["defaultValue": true, "rules": [["parentConditions": [gate], "condition": ["$not": [:]]]]]
        )
    }

    @Test func `parents that are missing, disabled or never give such a value fulfil nothing`() throws {
        for (key, value): (String, FlagValue) in [("unknown", true), ("disabled", true), ("parent", "text")] {
            let features = try features(
                child(of: key, value: value),
                FlagDefinition(key: "parent", seed: "seed"),
                FlagDefinition(key: "disabled", isEnabled: false, offValue: true, seed: "seed")
            )
            #expect(features["child:prerequisites"] == ["defaultValue": false, "rules": []])
        }
    }

    @Test func `an off value that is the wanted one does not fulfil by itself`() throws {
        let parent = FlagDefinition(
            key: "parent",
            prerequisites: [PrerequisiteDefinition(flag: "grandparent")],
            rules: [rule(condition("a", "in", [1, 2]), gives: false)],
            offValue: true,
            seed: "seed"
        )
        let features = try features(child(of: "parent"), parent, FlagDefinition(key: "grandparent", seed: "seed"))
        let parents: FlagValue = [self.parent("parent:prerequisites", gives: true), self.parent("child:0", gives: true)]
        #expect(features["child:prerequisites"] == ["defaultValue": false, "rules": [["force": true, "parentConditions": parents]]])
        #expect(
            features["child:0"] == [
                "defaultValue": false, "rules": [["id": "0", "force": false, "condition": ["a": ["$in": [1, 2]]]]],
            ]
        )
    }

    @Test func `objects are compared here, not in the client`() throws {
        let parent = FlagDefinition(
            key: "parent",
            type: .json,
            rules: [rule(condition("a", "in", [1, 2]), gives: ["x": 1, "y": 2])],
            seed: "seed"
        )
        let features = try features(child(of: "parent", value: ["y": 2, "x": 1.0]), parent)
        #expect(
            features["child:0"] == [
                "defaultValue": false, "rules": [["id": "0", "force": true, "condition": ["a": ["$in": [1, 2]]]]],
            ]
        )
    }
}
