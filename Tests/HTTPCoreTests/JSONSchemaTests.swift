import Testing

@testable import HTTPCore

@Suite("JSON schemas")
struct JSONSchemaTests {
    enum State: String, CaseIterable { case up, down }

    static let keywords: [(JSONSchema, String)] = [
        (.string(), #"{"type":"string"}"#),
        (.string(0...200), #"{"type":"string","maxLength":200}"#),
        (.string(1...2, pattern: "^a$", format: "x"), #"{"type":"string","minLength":1,"maxLength":2,"pattern":"^a$","format":"x"}"#),
        (.choice("a", "b"), #"{"type":"string","enum":["a","b"]}"#),
        (.choice(of: State.self), #"{"type":"string","enum":["up","down"]}"#),
        (.integer(), #"{"type":"integer"}"#),
        (.integer(0...9), #"{"type":"integer","minimum":0,"maximum":9}"#),
        (.integer(1...), #"{"type":"integer","minimum":1}"#),
        (.number(-1...1).default(0), #"{"type":"number","minimum":-1,"maximum":1,"default":0}"#),
        (.constant(3), #"{"const":3}"#),
        (.anything, "{}"),
        (.array(of: .boolean, 0...3), #"{"type":"array","items":{"type":"boolean"},"maxItems":3}"#),
        (.map(of: .null), #"{"type":"object","additionalProperties":{"type":"null"}}"#),
        (.oneOf(.null, .boolean), #"{"oneOf":[{"type":"null"},{"type":"boolean"}]}"#),
        (.reference(to: "A").described("B"), ##"{"$ref":"#/components/schemas/A","description":"B"}"##),
        (.anything.examples(1, nil), #"{"examples":[1,null]}"#),
        (.number().with("exclusiveMinimum", 0), #"{"type":"number","exclusiveMinimum":0}"#),
    ]

    @Test(arguments: keywords)
    func `each is written with the keywords of JSON Schema`(schema: JSONSchema, json: String) {
        #expect(schema.json.serialized() == json)
    }

    @Test func `an object lists its members in order and refuses others`() {
        let schema = JSONSchema.object(.required("b", .boolean, "What b means."), .optional("a", .string(), orNull: false))
        let members = #"{"b":{"type":"boolean","description":"What b means."},"a":{"type":"string"}}"#
        #expect(schema.json.serialized() == #"{"type":"object","properties":\#(members),"required":["b"],"additionalProperties":false}"#)
    }

    @Test func `an object may be open`() {
        #expect(JSONSchema.object(additional: .allowed).json.serialized() == #"{"type":"object"}"#)
    }

    @Test func `an optional member may be null, as it may for the reader of requests`() {
        let schema = JSONSchema.object(.optional("a", .choice("x")), additional: .allowed)
        #expect(schema.json["properties"]?["a"]?.serialized() == #"{"type":["string","null"],"enum":["x",null]}"#)
    }

    static let nullable: [(JSONSchema, String)] = [
        (.integer(1...2), #"{"type":["integer","null"],"minimum":1,"maximum":2}"#),
        (.constant("a"), #"{"anyOf":[{"const":"a"},{"type":"null"}]}"#),
        (.named("A", .boolean), ##"{"anyOf":[{"$ref":"#/components/schemas/A"},{"type":"null"}]}"##),
        (.anything, "{}"), (.null, #"{"type":"null"}"#), (.boolean.nullable, #"{"type":["boolean","null"]}"#),
    ]

    @Test(arguments: nullable)
    func `a nullable schema takes null in addition`(schema: JSONSchema, json: String) {
        #expect(schema.nullable.json.serialized() == json)
    }

    @Test func `named schemas are found at any depth`() {
        let inner = JSONSchema.named("Inner", .string())
        let outer = JSONSchema.named("Outer", .object(.optional("list", .array(of: .anyOf(inner, .null)))))
        let schema = JSONSchema.map(of: outer.nullable)
        #expect(schema.definitions.keys.sorted() == ["Inner", "Outer"])
        #expect(schema.definitions["Inner"]?.json == JSONSchema.string().json)
    }

    static let words: [(JSONSchema, String)] = [
        (.string(1...200), "string, 1–200 characters"), (.string(0...9), "string, at most 9 characters"),
        (.string(3...3, pattern: "^a"), "string, 3 characters, like `^a`"),
        (.timestamp.nullable, "time (RFC 3339) or null"), (.choice("a", "b", "c"), "a, b, or c"), (.choice("a", ""), "a or nothing"),
        (.integer(1...), "integer, at least 1"), (.constant("a"), "always \"a\""), (.anything, "any value"),
        (.array(of: .named("A", .boolean), 1...5), "list of A, 1–5 elements"),
        (.string().with("minLength", 1), "string, at least 1 character"), (.string().with("minLength", 2), "string, at least 2 characters"),
        (.string(1...1), "string, 1 character"), (.array(of: .null, 0...1), "list of null, at most 1 element"),
        (.integer(1...1), "integer, 1"),
        (.map(of: .boolean), "object with values: boolean"),
        (.anyOf(.string(1...2), .null), "string, 1–2 characters, or null"),
    ]

    @Test(arguments: words)
    func `each can be put into words`(schema: JSONSchema, words: String) {
        #expect(SchemaText(definitions: schema.definitions).words(schema.json) == words)
    }

    @Test func `the fields of a body are listed with those inside of them`() {
        let item = JSONSchema.named("Item", .object(.required("quantity", .integer(1...9), "How many.")))
        let schema = JSONSchema.object(
            .required("items", .array(of: item)),
            .optional("from", .object(.optional("city", .string().default("Bern"))))
        )
        let fields = SchemaText(definitions: schema.definitions).fields(of: schema.json)
        #expect(fields.map(\.path) == ["items", "items[].quantity", "from", "from.city"])
        #expect(fields.map(\.isRequired) == [true, true, false, false])
        #expect(fields[1].words == "integer, 1–9" && fields[1].description == "How many.")
        #expect(fields[3].words == "string or null, default Bern")
    }

    @Test func `the fields of each alternative are listed`() {
        let one = JSONSchema.named("One", .object(.required("a", .boolean)))
        let other = JSONSchema.object(.required("b", .oneOf(.string(), .object(.required("c", .boolean)))))
        let schema = JSONSchema.anyOf(one, .null, .array(of: other))
        let forms = SchemaText(definitions: schema.definitions).forms(of: schema.json)
        #expect(forms.map { $0.map(\.path) } == [["a"], ["[].b", "[].b.c"]])
    }

    @Test func `a schema that contains itself is listed once`() {
        let node = JSONSchema.named("Node", .object(.required("children", .array(of: .reference(to: "Node")))))
        let fields = SchemaText(definitions: node.definitions).fields(of: node.json)
        #expect(fields.map(\.path) == ["children"])
    }

    private func names(of object: JSONValue?) -> [String] { (object?.objectValue ?? [:]).map { $0.name } }

    @Test func `the body of a problem is as its schema says`() throws {
        let problem = Problem(.invalidInput, "No.", faults: [InputFault(path: "$.a", code: .required, message: "is required")])
        let members = try #require(problem.json(requestID: "r1").objectValue)
        let schema = try #require(JSONSchema.problem.definitions["Problem"]).json
        #expect(names(of: .object(members)) == names(of: schema["properties"]))
        let required = schema["required"]?.arrayValue?.compactMap(\.stringValue) ?? []
        #expect(required + ["errors"] == names(of: .object(members)))
        let fault = JSONSchema.problem.definitions["InputFault"]?.json
        #expect(names(of: members["errors"]?[0]) == names(of: fault?["properties"]))
        #expect(!required.isEmpty && !names(of: fault?["properties"]).isEmpty)
    }
}
