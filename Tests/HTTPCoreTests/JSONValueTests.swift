import HTTPCore
import Testing

@Suite("JSON values")
struct JSONValueTests {
    @Test("literals write answers in the order they are written")
    func literals() {
        let id = "mon_1"
        let missing: String? = nil
        let value: JSONValue = [
            "z": .string(id), "a": 3, "yes": true, "no": false, "none": nil, "list": [1, "two", [:], []], "text": "ping \(id)",
            "optional": JSONValue(missing), "count": .integer(UInt64.max), "price": JSONValue(JSONNumber("10.00")),
        ]
        #expect(
            value.serialized()
                == #"{"z":"mon_1","a":3,"yes":true,"no":false,"none":null,"list":[1,"two",{},[]],"text":"ping mon_1","optional":null,"#
                + #""count":18446744073709551615,"price":10.00}"#
        )
    }

    @Test("optional values become null when there is none")
    func optionals() {
        #expect(JSONValue(String?.none) == nil)
        #expect(JSONValue(Bool?.none) == nil)
        #expect(JSONValue(Int?.none) == nil)
        #expect(JSONValue(JSONNumber?.none) == nil)
        #expect(JSONValue(String?.some("a")) == "a")
        #expect(JSONValue(Bool?.some(true)) == true)
        #expect(JSONValue(Int?.some(3)) == 3)
    }

    @Test("members and elements are found by name and position, and are nil where there are none")
    func access() {
        let value: JSONValue = ["data": [["id": "a", "count": 2, "on": true, "x": nil]]]
        #expect(value["data"]?[0]?["id"]?.stringValue == "a")
        #expect(value["data"]?[0]?["count"]?.integerValue == 2)
        #expect(value["data"]?[0]?["on"]?.boolValue == true)
        #expect(value["data"]?[0]?["x"]?.isNull == true)
        #expect(value["data"]?.arrayValue?.count == 1)
        #expect(value["data"]?[1] == nil)
        #expect(value["data"]?[-1] == nil)
        #expect(value[0] == nil)
        #expect(value["other"] == nil)
        #expect(value["data"]?["id"] == nil)
        #expect(value.stringValue == nil && value.boolValue == nil && value.numberValue == nil && value.arrayValue == nil && !value.isNull)
    }

    @Test("objects are equal whatever the order of their members; arrays are not")
    func equality() {
        #expect(["a": 1, "b": 2] as JSONValue == ["b": 2, "a": 1])
        #expect(["a": 1, "b": 2] as JSONValue != ["a": 1])
        #expect(["a": 1, "b": 2] as JSONValue != ["a": 1, "c": 2])
        #expect(["a": 1] as JSONValue != ["a": 2])
        #expect([1, 2] as JSONValue != [2, 1])
        #expect("\u{E9}" as JSONValue != "e\u{301}")
        let values: [JSONValue] = [nil, false, 0, "", [], [:], true, 1, "0"]
        for left in values.indices {
            for right in values.indices { #expect((values[left] == values[right]) == (left == right)) }
        }
    }

    @Test("an object's members can be set, replaced and removed", arguments: [3, 40])
    func mutation(count: Int) {
        var object = JSONObject((0..<count).map { ("k\($0)", JSONValue.integer($0)) })
        object["k1"] = "one"
        object["new"] = true
        object["k0"] = nil
        object["none"] = nil
        #expect(object.count == count)
        #expect(object["k0"] == nil)
        #expect(object["k1"] == "one")
        #expect(object["k2"] == 2)
        #expect(object["new"] == true)
        #expect(object.first?.name == "k1")
        #expect(object.last?.name == "new")
    }

    @Test("of members with one name in a literal the last one counts, at the place of the first")
    func repeatedLiteral() {
        let object: JSONObject = ["a": 1, "b": 2, "a": 3]
        #expect(JSONValue.object(object).serialized() == #"{"a":3,"b":2}"#)
    }

    @Test(
        "an integer is a number written as one",
        arguments: [
            ("0", 0), ("-0", 0), ("10", 10), ("-1", -1), ("9223372036854775807", .max), ("-9223372036854775808", .min),
            ("9223372036854775808", nil),
            ("10.0", nil), ("1e1", nil), ("1.5", nil), ("1E0", nil), ("-0.0", nil),
        ] as [(String, Int64?)]
    )
    func integers(text: String, value: Int64?) {
        #expect(JSONNumber(text)?.int64 == value)
    }

    @Test(
        "a whole number is one however it is written",
        arguments: [
            ("10", 10), ("10.0", 10), ("1e1", 10), ("1E+1", 10), ("100e-1", 10), ("1.50e1", 15), ("-2.50E2", -250), ("0.0", 0),
            ("-0e99", 0),
            ("0e-99999999999999999999", nil), ("9.223372036854775807e18", .max), ("9223372036854775808", nil), ("1e19", nil), ("1.5", nil),
            ("15e-1", nil), ("1e-1", nil), ("1e999999999", nil),
            ("10e9223372036854775807", nil), ("100e9223372036854775806", nil), ("0.1e-9223372036854775808", nil),
        ] as [(String, Int64?)]
    )
    func wholeIntegers(text: String, value: Int64?) {
        #expect(JSONNumber(text)?.wholeInt64 == value)
    }

    @Test(
        "what is no number by the grammar is no JSON number",
        arguments: ["", "-", "01", "+1", ".5", "1.", "1e", "NaN", "Infinity", "0x10", " 1", "1 ", "1,0", "1_0", "１", "--1", "1e1.5"]
    )
    func refusesNumbers(text: String) {
        #expect(JSONNumber(text) == nil)
    }

    @Test("numbers written differently are different numbers")
    func numberEquality() {
        #expect(JSONNumber("10") != JSONNumber("10.0"))
        #expect(JSONNumber("1e1") != JSONNumber("10"))
        #expect(JSONNumber(10) == JSONNumber("10"))
    }

    @Test(
        "floating-point values become valid numbers that give the same value again",
        arguments: [0, -0.0, 0.1, 1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 123456789.125, 1e16, 1e-7]
    )
    func doubles(value: Double) throws {
        let number = try #require(JSONNumber(exactly: value))
        #expect(JSONNumber(number.text) == number)
        #expect(number.double == value)
    }

    @Test("there is no number for infinity, and no finite value for a number beyond all")
    func noInfinity() {
        #expect(JSONNumber(exactly: .infinity) == nil)
        #expect(JSONNumber(exactly: .nan) == nil)
        #expect(JSONNumber("1e400")?.double == nil)
        #expect(JSONNumber("-1e400")?.double == nil)
    }
}
