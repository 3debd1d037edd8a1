import Timekeeping
import HTTPCore

/// A group of flags with an SDK key of its own: an application, or one of its environments.
struct Project: Sendable {
    /// Counted by the file; also what clients know it by.
    let id: Int64
    let name: String
    let createdAt: Timestamp

    /// The project as the API shows it to its owner.
    var json: JSONObject {
        ["id": .integer(id), "name": .string(name), "created_at": .string(createdAt.rfc3339)]
    }

    /// There is no such project, or it belongs to somebody else.
    static let missing = Problem.notFound("There is no project with this id.")
}
