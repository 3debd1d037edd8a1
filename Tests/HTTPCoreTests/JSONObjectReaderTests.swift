import HTTPCore
import Testing

@Suite("Object reader")
struct JSONObjectReaderTests {
    enum Plan: String, CaseIterable {
        case free, pro
    }

    // MARK: What is right

    @Test("reads every kind of field")
    func readsFields() throws {
        let reader = ObjectReader([
            "name": "Nightly", "minutes": 5, "price": 10.00.json, "text_price": "19.90", "on": true, "plan": "pro",
            "scopes": ["read", "write"],
            "from": ["city": "Köln"], "items": [["n": 1], ["n": 2]], "rules": [1, "two"], "context": nil,
        ])
        #expect(reader.requiredString("name") == "Nightly")
        #expect(reader.integer("minutes", in: 1...10) == 5)
        #expect(reader.number("price")?.text == "10.0")
        #expect(reader.requiredNumber("text_price", acceptsText: true).text == "19.90")
        #expect(reader.boolean("on") == true)
        #expect(reader.choice("plan", as: Plan.self) == .pro)
        #expect(reader.strings("scopes") == ["read", "write"])
        #expect(reader.requiredObject("from").string("city") == "Köln")
        #expect(reader.objects("items")?.map { $0.requiredInteger("n") } == [1, 2])
        #expect(reader.array("rules")?.map(\.value) == [1, "two"])
        #expect(reader.array("rules")?.map(\.path.text) == ["$.rules[0]", "$.rules[1]"])
        #expect(reader.value("context") == .some(.null))
        try reader.finish()
    }

    @Test("absent and null optional fields give nil or the default, without a fault", arguments: [[:], allNull])
    func readsAbsentFields(input: JSONValue) throws {
        let reader = ObjectReader(input)
        #expect(reader.string("string") == nil)
        #expect(reader.string("string", default: "x") == "x")
        #expect(reader.integer("integer") == nil)
        #expect(reader.integer("integer", in: 1...9, default: 7) == 7)
        #expect(reader.number("number") == nil)
        #expect(reader.boolean("boolean") == nil)
        #expect(reader.boolean("boolean", default: true))
        #expect(reader.choice("choice", as: Plan.self) == nil)
        #expect(reader.choice("choice", default: Plan.free) == .free)
        #expect(reader.array("array") == nil)
        #expect(reader.strings("array") == nil)
        #expect(reader.objects("array") == nil)
        #expect(reader.object("object") == nil)
        #expect(!reader.hasFaults)
        try reader.finish()
    }

    static let allNull: JSONValue = [
        "string": nil, "integer": nil, "number": nil, "boolean": nil, "choice": nil, "array": nil, "object": nil,
    ]

    // MARK: What is wrong

    struct Case: Sendable, CustomTestStringConvertible {
        let input: JSONValue
        let code: InputFault.Code
        let message: String
        let read: @Sendable (ObjectReader) -> Bool

        /// - Parameter read: reads the field `x` and says whether it got nothing, or the stand-in.
        init(_ input: JSONValue, _ code: InputFault.Code, _ message: String, _ read: @escaping @Sendable (ObjectReader) -> Bool) {
            self.input = input
            self.code = code
            self.message = message
            self.read = read
        }

        var testDescription: String { "\(input.serialized()): \(message)" }
    }

    static let textCases = [
        Case([:], .required, "is required") { $0.string("x", required: true) == nil },
        Case(["x": nil], .nullNotAllowed, "is required and must not be null") { $0.string("x", required: true) == nil },
        Case(["x": 1], .wrongType, "must be a string, not a number") { $0.string("x") == nil },
        Case(["x": true], .wrongType, "must be a string, not a boolean") { $0.requiredString("x").isEmpty },
        Case(["x": [:]], .wrongType, "must be a string, not an object") { $0.string("x", default: "d") == "d" },
        Case(["x": ""], .tooShort, "must not be empty") { $0.requiredString("x").isEmpty },
        Case(["x": "ab"], .tooShort, "must have at least 3 characters, not 2") { $0.string("x", length: 3...5) == nil },
        Case(["x": "abcdef"], .tooLong, "must have at most 5 characters, not 6") { $0.string("x", length: 3...5) == nil },
        Case(["x": "e\u{301}"], .tooLong, "must have at most 1 characters, not 2") { $0.string("x", length: 0...1) == nil },
        Case(["x": .string(String(repeating: "a", count: 10_001))], .tooLong, "must have at most 10000 characters, not 10001") {
            $0.string("x") == nil
        },
        Case(["x": "Pro"], .notAllowed, "must be one of \"free\", \"pro\"") { $0.choice("x", as: Plan.self) == nil },
        Case(["x": 1], .wrongType, "must be a string, not a number") { $0.choice("x", default: Plan.free) == .free },
        Case([:], .required, "is required") { $0.choice("x", as: Plan.self, required: true) == nil },
    ]

    static let numberCases = [
        Case([:], .required, "is required") { $0.integer("x", required: true) == nil },
        Case(["x": nil], .nullNotAllowed, "is required and must not be null") { $0.requiredInteger("x", in: 1...5) == 1 },
        Case(["x": "5"], .notAnInteger, "must be an integer, not a string") { $0.integer("x") == nil },
        Case(["x": true], .notAnInteger, "must be an integer, not a boolean") { $0.integer("x", default: 3) == 3 },
        Case(["x": 5.5.json], .notAnInteger, "must be a whole number") { $0.integer("x") == nil },
        Case(["x": 0], .outOfRange, "must be between 1 and 5") { $0.integer("x", in: 1...5) == nil },
        Case(["x": 6], .outOfRange, "must be between 1 and 5") { $0.integer("x", in: 1...5) == nil },
        Case(["x": JSONValue(JSONNumber("123456789012345678901"))], .outOfRange, "must be between 1 and 5") {
            $0.integer("x", in: 1...5) == nil
        },
        Case(["x": "abc"], .notANumber, "must be a number, not a string") { $0.number("x") == nil },
        Case(["x": "10"], .notANumber, "must be a number, not a string") { $0.requiredNumber("x") == JSONNumber(0) },
        Case(["x": "1,5"], .notANumber, "must be a number or a string with a number") { $0.number("x", acceptsText: true) == nil },
        Case(["x": ""], .notANumber, "must be a number or a string with a number") { $0.number("x", acceptsText: true) == nil },
        Case(["x": JSONValue(JSONNumber(String(repeating: "1", count: 101)))], .tooLong, "must be a number of at most 100 characters") {
            $0.number("x") == nil
        },
        Case(["x": 1], .wrongType, "must be true or false, not a number") { $0.boolean("x") == nil },
        Case(["x": "true"], .wrongType, "must be true or false, not a string") { $0.boolean("x", default: true) },
        Case([:], .required, "is required") { $0.boolean("x", required: true) == nil },
    ]

    static let containerCases = [
        Case([:], .required, "is required") { $0.array("x", required: true) == nil },
        Case(["x": [:]], .wrongType, "must be an array, not an object") { $0.array("x") == nil },
        Case(["x": []], .tooShort, "must not be empty") { $0.objects("x", required: true) == nil },
        Case(["x": [1]], .tooShort, "must have at least 2 elements, not 1") { $0.array("x", count: 2...3) == nil },
        Case(["x": [1, 2, 3, 4]], .tooLong, "must have at most 3 elements, not 4") { $0.array("x", count: 2...3) == nil },
        Case([:], .required, "is required") { $0.object("x", required: true) == nil },
        Case([:], .required, "is required") { $0.requiredObject("x").requiredString("y").isEmpty },
        Case(["x": []], .wrongType, "must be an object, not an array") { $0.requiredObject("x").requiredString("y").isEmpty },
        Case(["x": "a"], .wrongType, "must be an object, not a string") {
            $0.object("x")?.requiredObject("y").requiredInteger("z", in: 0...1) == 0
        },
    ]

    @Test("a wrong field reads as nothing and gives one fault with a stable code", arguments: textCases + numberCases + containerCases)
    func findsFault(example: Case) {
        let reader = ObjectReader(example.input)
        #expect(example.read(reader))
        #expect(reader.hasFaults)
        #expect(faults(of: reader) == [InputFault(path: "$.x", code: example.code, message: example.message)])
    }

    @Test("the element that is wrong is named")
    func findsFaultyElements() {
        let reader = ObjectReader(["texts": ["a", 1, ""], "objects": [[:], "a", ["n": "x"]]])
        #expect(reader.strings("texts") == ["a"])
        for object in reader.objects("objects") ?? [] { _ = object.integer("n", required: true) }
        #expect(
            summary(of: reader) == [
                "$.texts[1] wrong_type", "$.texts[2] too_short", "$.objects[1] wrong_type", "$.objects[0].n required",
                "$.objects[2].n not_an_integer",
            ]
        )
    }

    @Test("one answer lists everything that is wrong, inner objects included")
    func findsAllFaultsAtOnce() throws {
        let input = try JSONParser.parse(
            #"{"company": "", "items": [{"description": "A", "quantitty": 1, "unit_price": "x"}, 5], "from": {"nmae": 1}, "we ird": {}, "colour": 1}"#
        )
        let reader = ObjectReader(input)
        _ = reader.requiredString("company")
        for item in reader.objects("items") ?? [] {
            _ = item.requiredString("description")
            _ = item.requiredNumber("quantity")
            _ = item.requiredNumber("unit_price")
        }
        _ = reader.requiredObject("from").requiredString("name")
        reader.fault("to", "no_customer", "must name a customer")
        #expect(
            faults(of: reader) == [
                InputFault(path: "$.company", code: "too_short", message: "must not be empty"),
                InputFault(path: "$.items[1]", code: "wrong_type", message: "must be an object, not a number"),
                InputFault(path: "$.items[0].quantity", code: "required", message: "is required"),
                InputFault(path: "$.items[0].unit_price", code: "not_a_number", message: "must be a number, not a string"),
                InputFault(path: "$.from.name", code: "required", message: "is required"),
                InputFault(path: "$.to", code: "no_customer", message: "must name a customer"),
                InputFault(path: "$['we ird']", code: "unknown_field", message: "unknown field \"we ird\""),
                InputFault(path: "$.colour", code: "unknown_field", message: "unknown field \"colour\""),
                InputFault(
                    path: "$.items[0].quantitty",
                    code: "unknown_field",
                    message: "unknown field \"quantitty\"; did you mean \"quantity\"?"
                ),
                InputFault(path: "$.from.nmae", code: "unknown_field", message: "unknown field \"nmae\"; did you mean \"name\"?"),
            ]
        )
    }

    @Test("what is no object is one fault, however much is asked of it", arguments: [nil, true, 1, "a", []] as [JSONValue])
    func refusesOtherValues(input: JSONValue) {
        let reader = ObjectReader(input)
        _ = reader.requiredString("a")
        _ = reader.requiredObject("b").requiredInteger("c")
        _ = reader.objects("d", required: true)
        #expect(faults(of: reader) == [InputFault(path: "$", code: .wrongType, message: "must be an object, not \(input.kind)")])
    }

    // MARK: Unknown fields

    @Test(
        "a name close to a known one is answered with that name",
        arguments: [
            ("quantitty", "quantity"), ("quantiy", "quantity"), ("qauntity", "quantity"), ("Quantity", "quantity"),
            ("unitPrice", "unit_price"),
            ("unit-price", "unit_price"), ("unti_prize", "unit_price"), ("ids", "id"), ("di", "id"), ("it", "id"), ("total", nil),
            ("quality_x", nil), ("", nil),
            ("ab", nil), ("unitprices_all", nil), (String(repeating: "quantity", count: 100_000), nil),
        ] as [(String, String?)]
    )
    func suggests(name: String, suggestion: String?) {
        let reader = ObjectReader([name: 1])
        _ = (reader.value("id"), reader.value("quantity"), reader.value("unit_price"))
        let message = faults(of: reader).first?.message ?? ""
        if let suggestion {
            #expect(message.hasSuffix("; did you mean \"\(suggestion)\"?"))
        } else {
            #expect(message.hasPrefix("unknown field") && !message.contains("did you mean"))
        }
    }

    @Test("unknown fields pass where the route lets them, but not in objects inside")
    func acceptsUnknownFields() {
        let reader = ObjectReader(["a": 1, "b": ["c": 1]])
        reader.acceptUnknownFields()
        _ = reader.requiredObject("b")
        #expect(summary(of: reader) == ["$.b.c unknown_field"])
    }

    @Test("a name that looks like a known one but has other bytes is unknown")
    func comparesNamesExactly() {
        let reader = ObjectReader(["e\u{301}": 1])
        #expect(reader.value("\u{E9}") == nil)
        #expect(summary(of: reader).count == 1)
    }

    // MARK: Many faults

    @Test(
        "of more than 100 faults the first 100 are listed, and the number of the others",
        arguments: [(99, nil), (100, nil), (101, 1), (25_000, 24_900)]
    )
    func limitsFaults(count: Int, more: Int?) {
        let reader = ObjectReader(.object(JSONObject((0..<count).map { ("unknown\($0)", 1) })))
        let faults = faults(of: reader)
        #expect(faults.prefix(100).map(\.path.text) == (0..<min(count, 100)).map { "$.unknown\($0)" })
        guard let more else {
            #expect(faults.count == count)
            return
        }
        #expect(faults.count == 101)
        #expect(
            faults.last
                == InputFault(
                    path: "$",
                    code: .moreFaults,
                    message: more == 1 ? "1 more fault is not listed" : "\(more) more faults are not listed"
                )
        )
    }

    @Test("finishing twice reports nothing twice")
    func finishesOnce() {
        let reader = ObjectReader(["a": 1])
        #expect(faults(of: reader).count == 1)
        #expect(faults(of: reader).count == 1)
    }

    // MARK: Paths and answers

    @Test(
        "paths quote odd names as RFC 9535 does",
        arguments: [
            ("a", "$.a"), ("unit_price", "$.unit_price"), ("_x1", "$._x1"), ("", "$['']"), ("1a", "$['1a']"), ("we ird", "$['we ird']"),
            ("a.b", "$['a.b']"),
            ("it's", "$['it\\'s']"), ("back\\slash", "$['back\\\\slash']"), ("say \"hi\"", "$['say \"hi\"']"), ("é", "$['é']"),
            ("a\nb", "$['a\\nb']"),
            ("\\\"", "$['\\\\\"']"), ("\u{1}", "$['\\u0001']"), ("a-b", "$['a-b']"), ("\\'", "$['\\\\\\'']"),
            (String(repeating: "a", count: 80), "$." + String(repeating: "a", count: 80)),
            (String(repeating: "a", count: 81), "$['" + String(repeating: "a", count: 80) + "…']"),
        ]
    )
    func paths(name: String, path: String) {
        #expect(JSONPath.root.member(name).text == path)
        #expect(JSONPath.root.element(3).member(name).text == "$[3]" + path.dropFirst())
    }

    @Test("a fault stands in the answer with path, code and message")
    func faultAsJSON() {
        let error = InvalidInput("invalid_email", at: "$.email", "must be an e-mail address")
        #expect(error.faults.map(\.json) == [["path": "$.email", "code": "invalid_email", "message": "must be an e-mail address"]])
        #expect(error.description == "$.email: must be an e-mail address")
    }

    private func faults(of reader: ObjectReader) -> [InputFault] {
        do throws(InvalidInput) {
            try reader.finish()
            return []
        } catch {
            return error.faults
        }
    }

    private func summary(of reader: ObjectReader) -> [String] {
        faults(of: reader).map { "\($0.path) \($0.code.rawValue)" }
    }
}

extension Double {
    /// The number as JSON, which has no literal for it.
    fileprivate var json: JSONValue { JSONValue(JSONNumber(exactly: self)) }
}
