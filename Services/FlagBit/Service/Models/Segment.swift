import Cryptography
import Database
import FlagRules
import HTTPCore
import HTTPTypes
import Timekeeping

/// A segment as it is stored: conditions under a name, which many flags can refer to.
struct Segment: Sendable {
    /// Row number, for use inside only.
    let rowID: Int64
    let key: String
    /// What its owner says about it: the members that ``SegmentDraft`` lets pass.
    let definition: JSONObject
    let createdAt: Timestamp
    let updatedAt: Timestamp

    init(_ row: borrowing Row) throws {
        rowID = try row["id"]
        key = try row["key"]
        definition = try JSONParser.parse(try row["definition"] as String).objectValue ?? [:]
        createdAt = try row["created_at"]
        updatedAt = try row["updated_at"]
    }

    /// Of all that decides whom it holds: another one after every change of that.
    var digest: Digest { SHA256.digest(of: definition.deciding.serialized()) }

    /// The segment as the API shows it to its owner.
    var json: JSONValue {
        var members = definition
        members["created_at"] = .string(createdAt.rfc3339)
        members["updated_at"] = .string(updatedAt.rfc3339)
        return .object(members)
    }

    /// The segment as its owner takes it along.
    func exported(of projectID: Int64) -> JSONValue {
        var members: JSONObject = ["project_id": .integer(projectID)]
        for (name, value) in json.objectValue ?? [:] { members[name] = value }
        return .object(members)
    }

    /// The segment, ready to evaluate.
    ///
    /// - Throws: `Flag.Unusable` if it uses what this version does not know.
    func compiled() throws(Flag.Unusable) -> CompiledSegment {
        guard let json = FlagValue(.object(definition)) else { throw Flag.Unusable() }
        do {
            return try CompiledSegment(json: json, ignoring: FlagDraft.bystandingFields)
        } catch {
            throw Flag.Unusable()
        }
    }

    /// There is no such segment in the project.
    static let missing = Problem(.segmentNotFound, "There is no segment with this key in the project.")
}

extension ProblemCode {
    /// There is no such segment in the project.
    static let segmentNotFound = ProblemCode(
        "segment_not_found",
        .notFound,
        "Segment not found",
        "Check the key of the segment, and its project: GET /api/v1/projects/{project}/segments lists the segments of a project."
    )
    /// Another segment of the project has the key.
    static let segmentKeyTaken = ProblemCode(
        "segment_key_taken",
        .conflict,
        "Segment key taken",
        "Choose another key, or change the segment that has this one: PUT /api/v1/projects/{project}/segments/{key}."
    )
    /// Flags or other segments refer to the segment that was to be deleted.
    static let segmentInUse = ProblemCode(
        "segment_in_use",
        .conflict,
        "Segment in use",
        "First take the segment out of the conditions of the flags and segments that \"detail\" names."
    )
    /// Other flags need the flag that was to be deleted.
    static let flagInUse = ProblemCode(
        "flag_in_use",
        .conflict,
        "Flag in use",
        "First take the flag out of the prerequisites of the flags that \"detail\" names."
    )
}
