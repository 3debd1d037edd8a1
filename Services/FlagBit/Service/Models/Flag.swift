import Cryptography
import Database
import FlagRules
package import HTTPCore
import HTTPTypes
import Timekeeping

/// A flag as it is stored.
struct Flag: Sendable {
    /// Row number, for use inside only.
    let rowID: Int64
    let key: String
    /// What its owner says about it: the members that ``FlagDraft`` lets pass.
    let definition: JSONObject
    /// What its percentages are drawn with.
    let seed: String
    /// How its percentages are drawn: a `Bucketing.version`.
    let bucketingVersion: Int
    let createdAt: Timestamp
    let updatedAt: Timestamp

    init(_ row: borrowing Row) throws {
        rowID = try row["id"]
        key = try row["key"]
        definition = try JSONParser.parse(try row["definition"] as String).objectValue ?? [:]
        seed = try row["seed"]
        bucketingVersion = try row["bucketing_version"]
        createdAt = try row["created_at"]
        updatedAt = try row["updated_at"]
    }

    /// Of all that decides what it gives: another one after every change of that.
    var digest: Digest { SHA256.digest(of: "\(seed) \(bucketingVersion) \(definition.deciding.serialized())") }

    /// The flag as the API shows it to its owner. Values that nobody has set are absent, because null is a value for a flag of type `json`.
    var json: JSONValue {
        var members = definition
        members["created_at"] = .string(createdAt.rfc3339)
        members["updated_at"] = .string(updatedAt.rfc3339)
        return .object(members)
    }

    /// The flag as its owner takes it along: with what decides who is within its percentages.
    func exported(of projectID: Int64) -> JSONValue {
        var members: JSONObject = ["project_id": .integer(projectID)]
        for (name, value) in definition { members[name] = value }
        members["seed"] = .string(seed)
        members["bucketing_version"] = .integer(bucketingVersion)
        members["created_at"] = .string(createdAt.rfc3339)
        members["updated_at"] = .string(updatedAt.rfc3339)
        return .object(members)
    }

    /// The flag, ready to evaluate.
    ///
    /// - Throws: ``Unusable`` if it uses what this version does not know.
    func compiled() throws(Unusable) -> CompiledFlag {
        guard bucketingVersion == Bucketing.version, let flag = CompiledFlag(definition, seed: seed) else { throw Unusable() }
        return flag
    }

    /// A flag that a newer version of the program has written.
    struct Unusable: Error {}

    /// There is no such flag in the project.
    static let missing = Problem(.flagNotFound, "There is no flag with this key in the project.")
}

extension ProblemCode {
    /// There is no such flag in the project.
    static let flagNotFound = ProblemCode(
        "flag_not_found",
        .notFound,
        "Flag not found",
        "Check the key of the flag, and which project it is in: GET /api/v1/projects/{project}/flags lists the flags of a project."
    )
    /// Another flag of the project has the key.
    static let flagKeyTaken = ProblemCode(
        "flag_key_taken",
        .conflict,
        "Flag key taken",
        "Choose another key, or change the flag that has this one: PUT /api/v1/projects/{project}/flags/{key}."
    )
    /// All flags and segments of the project together would be too large, or the segments too many. Not
    /// ``HTTPCore/ProblemCode/planLimitReached``: no plan has room for more.
    static let projectTooLarge = ProblemCode(
        "project_too_large",
        .unprocessableContent,
        "Project too large",
        "Delete flags, rules and segments that are no longer used, or put the flag into another project; \"detail\" says how much one can hold."
    )
}

extension FlagBit {
    /// The codes that only this product answers with.
    package static let errors: [ProblemCode] = [
        .flagNotFound, .flagKeyTaken, .flagInUse, .segmentNotFound, .segmentKeyTaken, .segmentInUse, .projectTooLarge,
    ]
}
