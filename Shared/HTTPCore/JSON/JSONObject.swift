/// Named JSON values in the order they were written. No name occurs twice.
///
/// Names are compared byte by byte, as RFC 8259 §8.3 asks.
public struct JSONObject: Sendable {
    private var members: [Member] = []
    /// Where each name is, kept only once there are too many to look through.
    private var positions: [ExactText: Int]?

    /// Beyond this many members a lookup goes through a hash table.
    private static let lookThroughLimit = 16

    /// An object without members.
    public init() {}

    /// An object with the members in their order. Of members with the same name the last one counts, at the place of the first.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        for (name, value) in members { self[name] = value }
    }

    /// The value of that name. Setting `nil` removes the member; a new name goes to the end.
    public subscript(name: String) -> JSONValue? {
        get { position(of: name).map { members[$0].value } }
        set {
            switch (position(of: name), newValue) {
            case (let position?, let value?): members[position].value = value
            case (nil, let value?): append(name, value)
            case (let position?, nil):
                members.remove(at: position)
                indexNames()
            case (nil, nil): break
            }
        }
    }

    /// Adds a member at the end.
    ///
    /// - Returns: `false`, and nothing is added, if the name is there already.
    mutating func appendIfNew(_ name: String, _ value: JSONValue) -> Bool {
        guard position(of: name) == nil else { return false }
        append(name, value)
        return true
    }

    private mutating func append(_ name: String, _ value: JSONValue) {
        members.append(Member(name: name, value: value))
        if positions != nil {
            positions?[ExactText(name)] = members.count - 1
        } else if members.count > Self.lookThroughLimit {
            indexNames()
        }
    }

    private mutating func indexNames() {
        guard members.count > Self.lookThroughLimit else { return positions = nil }
        positions = Dictionary(uniqueKeysWithValues: members.indices.map { (ExactText(members[$0].name), $0) })
    }

    private func position(of name: String) -> Int? {
        if let positions { return positions[ExactText(name)] }
        return members.firstIndex { ExactText($0.name) == ExactText(name) }
    }
}

extension JSONObject: RandomAccessCollection {
    /// The position of the first member.
    public var startIndex: Int { 0 }

    /// The number of members.
    public var endIndex: Int { members.count }

    /// The member at that position.
    public subscript(position: Int) -> (name: String, value: JSONValue) {
        (members[position].name, members[position].value)
    }
}

extension JSONObject: Equatable {
    /// Whether both have the same names with equal values. The order does not matter, as it does not in JSON (RFC 8259 §4).
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.count == right.count && left.allSatisfy { right[$0.name] == $0.value }
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Members in the order they are written. Of members with the same name the last one counts.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements)
    }
}

extension JSONObject {
    private struct Member {
        let name: String
        var value: JSONValue
    }
}
