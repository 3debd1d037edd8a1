/// Where in a JSON document something is: `$.rules[0].conditions[1].operator`.
public struct FieldPath: Sendable, Hashable {
    /// One step down into the document.
    public enum Step: Sendable, Hashable {
        /// Into an object's member.
        case field(String)
        /// Into an array's element, counted from 0.
        case index(Int)
    }

    /// The steps from the root; empty is the document itself.
    public let steps: [Step]

    /// The document itself, `$`.
    public static let root = FieldPath(steps: [])

    /// The member `name` of the object here.
    public func field(_ name: String) -> FieldPath {
        FieldPath(steps: steps + [.field(name)])
    }

    /// The element `index` of the array here.
    public func index(_ index: Int) -> FieldPath {
        FieldPath(steps: steps + [.index(index)])
    }
}

extension FieldPath: CustomStringConvertible {
    /// The path in JSONPath's notation (RFC 9535): `.name` where the name allows it, else `['name']`.
    public var description: String {
        steps.reduce(into: "$") { text, step in
            switch step {
            case .index(let index): text += "[\(index)]"
            case .field(let name) where Self.isShorthand(name): text += ".\(name)"
            case .field(let name): text += "['\(Self.escape(name))']"
            }
        }
    }

    private static func isShorthand(_ name: String) -> Bool {
        guard let first = name.utf8.first, !isDigit(first) else { return false }
        return name.utf8.allSatisfy { byte in
            isDigit(byte) || byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func escape(_ name: String) -> String {
        name.unicodeScalars.reduce(into: "") { text, scalar in
            if scalar == "'" || scalar == "\\" { text.unicodeScalars.append("\\") }
            text.unicodeScalars.append(scalar)
        }
    }
}
