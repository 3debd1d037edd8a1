import HTTPCore
import Testing

@Suite("JSON writer")
struct JSONWriterTests {
    @Test(
        "escapes what must be escaped and nothing else",
        arguments: [
            ("", "\"\""), ("a", "\"a\""), ("\"", "\"\\\"\""), ("\\", "\"\\\\\""), ("/", "\"/\""), ("a\"b\\c", "\"a\\\"b\\\\c\""),
            ("\n\r\t\u{8}\u{C}", "\"\\n\\r\\t\\b\\f\""), ("\0", "\"\\u0000\""), ("\u{1F}x", "\"\\u001fx\""), ("x\u{10}", "\"x\\u0010\""),
            ("\u{F}", "\"\\u000f\""),
            ("\u{7F}", "\"\u{7F}\""), ("é€😀", "\"é€😀\""), ("a\u{2028}b\u{2029}", "\"a\\u2028b\\u2029\""),
            ("\u{2027}\u{202A}\u{20AC}", "\"\u{2027}\u{202A}\u{20AC}\""),
            ("\u{2028}\"", "\"\\u2028\\\"\""), ("\u{10FFFF}", "\"\u{10FFFF}\""),
        ]
    )
    func escapes(text: String, json: String) throws {
        #expect(ExactBytes(JSONValue.string(text).serialized()) == ExactBytes(json))
        #expect(ExactBytes(JSONValue.object([text: 1]).serialized()) == ExactBytes("{\(json):1}"))
        #expect(try JSONParser.parse(json) == .string(text))
    }

    @Test("every scalar of the first plane comes back")
    func everyScalar() throws {
        let scalars = (0...0xFFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
        for start in stride(from: 0, to: scalars.count, by: 16) {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[start..<min(start + 16, scalars.count)])
            let value = JSONValue.string(String(text))
            #expect(try JSONParser.parse(value.serializedBytes()) == value)
        }
    }

    @Test("a text that is read and written is the same but for white space")
    func roundTrip() throws {
        let text = #"{ "z" : [ 10.0 , -0, 1e400, 0.10, 1E+2 ], "a": {"é": "\u00e9\/", "": [ [], {} , null, true, false ] } }"#
        let compact = #"{"z":[10.0,-0,1e400,0.10,1E+2],"a":{"é":"é/","":[[],{},null,true,false]}}"#
        #expect(try JSONParser.parse(text).serialized() == compact)
        #expect(try JSONParser.parse(compact).serialized() == compact)
    }

    @Test("whatever is written is read as the same value", arguments: 0..<200 as Range<UInt64>)
    func property(seed: UInt64) throws {
        var generator = RandomJSON(seed: seed)
        for _ in 0..<10 {
            let value = generator.value()
            let bytes = value.serializedBytes()
            #expect(try JSONParser.parse(bytes) == value)
            #expect(try JSONParser.parse(bytes).serializedBytes() == bytes)
        }
    }

    @Test("a text with random damage is refused, or reads as a value that comes back", arguments: 0..<200 as Range<UInt64>)
    func damage(seed: UInt64) {
        var generator = RandomJSON(seed: seed)
        for _ in 0..<20 {
            let bytes = generator.damaged(generator.value().serializedBytes())
            do throws(JSONSyntaxError) {
                let value = try JSONParser.parse(bytes)
                #expect((try? JSONParser.parse(value.serializedBytes())) == value)
            } catch {
                #expect(error.offset <= bytes.count)
                #expect(error.line >= 1 && error.column >= 1)
                #expect(!error.message.isEmpty)
            }
        }
    }
}

/// Text that is equal only byte for byte.
private struct ExactBytes: Equatable {
    let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
    }
}

/// Random values that hold what writers and readers stumble over.
private struct RandomJSON {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func value(depth: Int = 0) -> JSONValue {
        switch next(below: depth < 5 ? 8 : 5) {
        case 0: nil
        case 1: .bool(next(below: 2) == 0)
        case 2: .integer(Int64(bitPattern: next()) >> Int64(next(below: 64)))
        case 3: JSONValue(JSONNumber(["0.10", "-0", "1e400", "1E-7", "-10.0", "12345678901234567890123"][next(below: 6)]))
        case 4: .string(text())
        case 5: .array(list(depth))
        default: .object(JSONObject(list(depth).map { (text(), $0) }))
        }
    }

    mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...next(below: 3) {
            let position = next(below: bytes.count + 1)
            let piece = Array("{}[],:\"\\ue0.-+ tn\u{1}é".utf8) + [0xFF, 0x80, 0xED]
            switch next(below: 3) {
            case 0: bytes.insert(piece[next(below: piece.count)], at: position)
            case 1: if position < bytes.count { bytes.remove(at: position) }
            default: if position < bytes.count { bytes[position] = piece[next(below: piece.count)] }
            }
        }
        return bytes
    }

    private mutating func list(_ depth: Int) -> [JSONValue] {
        (0..<[0, 1, 3, 5, 20][next(below: 5)]).map { _ in value(depth: depth + 1 + next(below: 2)) }
    }

    private mutating func text() -> String {
        let pieces = [
            "", "a", "name", "\"", "\\", "/", "\n", "\0", "\u{1F}", "\u{7F}", "é", "e\u{301}", "\u{2028}", "\u{2029}", "€", "😀", "\u{FFFF}",
            " ",
        ]
        return (0..<next(below: 6)).map { _ in pieces[next(below: pieces.count)] }.joined()
    }

    private mutating func next(below limit: Int) -> Int {
        Int(next() % UInt64(limit))
    }

    /// SplitMix64 (Steele, Lea, Flood 2014).
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
