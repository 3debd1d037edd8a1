import Database
import FlagRules
import HTTPCore

/// What flags and segments refer to. All of this runs in the transaction of the change: two that are made at the same time cannot lead in a
/// circle together, or one to what the other deletes.
extension FlagBitStore {
    /// Refuses a flag whose references lead nowhere, in a circle, or to too much. Reads nothing of the others if there are none.
    ///
    /// - Throws: `InvalidInput` with all that is wrong.
    func checkReferences(of draft: FlagDraft, changing old: Flag? = nil, in projectID: Int64, _ connection: Connection) throws {
        let needs = draft.meaning.references.needs
        guard !needs.isEmpty else { return }
        if let old {
            let stored = try connection.first("SELECT needs FROM flags WHERE id = ?", old.rowID) { try $0["needs"] as String }
            guard stored != needs else { return }
        }
        try check(draft.definition, in: projectID, connection) { graph throws(DefinitionError) in try graph.check(draft.meaning) }
    }

    /// Refuses a segment, likewise.
    ///
    /// - Throws: `InvalidInput` with all that is wrong.
    func checkReferences(of draft: SegmentDraft, changing old: Segment? = nil, in projectID: Int64, _ connection: Connection) throws {
        let needs = draft.meaning.references.needs
        guard !needs.isEmpty else { return }
        if let old {
            let stored = try connection.first("SELECT needs FROM segments WHERE id = ?", old.rowID) { try $0["needs"] as String }
            guard stored != needs else { return }
        }
        try check(draft.definition, in: projectID, connection) { graph throws(DefinitionError) in try graph.check(draft.meaning) }
    }

    /// - Throws: `Problem` `flag_in_use` if other flags need the flag.
    func checkNobodyNeeds(flag key: String, in projectID: Int64, _ connection: Connection) throws {
        let flags = try needs(in: projectID, connection).flags(needingFlag: key)
        guard !flags.isEmpty else { return }
        throw Problem(.flagInUse, "The flag is a prerequisite of \(Self.named(flags.map { "flag \"\($0)\"" })).")
    }

    /// - Throws: `Problem` `segment_in_use` if flags or other segments refer to the segment.
    func checkNobodyNeeds(segment key: String, in projectID: Int64, _ connection: Connection) throws {
        let graph = try needs(in: projectID, connection)
        let flags = graph.flags(needingSegment: key).map { "flag \"\($0)\"" }
        let segments = graph.segments(needingSegment: key).map { "segment \"\($0)\"" }
        guard !flags.isEmpty || !segments.isEmpty else { return }
        throw Problem(.segmentInUse, "The segment is in conditions of \(Self.named(flags + segments)).")
    }

    /// As many of them as a person wants to read.
    private static func named(_ users: [String]) -> String {
        let most = 5
        let names = users.prefix(most).joined(separator: ", ")
        return users.count > most ? "\(names) and \(users.count - most) more" : names
    }

    private func check(
        _ definition: JSONObject,
        in projectID: Int64,
        _ connection: Connection,
        with check: (ReferenceGraph) throws(DefinitionError) -> Void
    ) throws {
        let graph = try graph(of: projectID, connection)
        let reader = ObjectReader(.object(definition))
        reader.acceptUnknownFields()
        do throws(DefinitionError) {
            try check(graph)
        } catch {
            reader.report(error)
        }
        try reader.finish()
    }

    /// The references of a project, and the keys of all its flags and segments.
    private func graph(of projectID: Int64, _ connection: Connection) throws -> ReferenceGraph {
        var flags: [String: References] = [:]
        try connection.each("SELECT key FROM flags WHERE project_id = ?", projectID) { flags[try $0["key"]] = References() }
        var segments: [String: References] = [:]
        try connection.each("SELECT key FROM segments WHERE project_id = ?", projectID) { segments[try $0["key"]] = References() }
        return try needs(beside: flags, segments, in: projectID, connection)
    }

    /// The references of a project, from the rows that have any.
    private func needs(
        beside flags: [String: References] = [:],
        _ segments: [String: References] = [:],
        in projectID: Int64,
        _ connection: Connection
    ) throws -> ReferenceGraph {
        var (flags, segments) = (flags, segments)
        try connection.each("SELECT key, needs FROM flags INDEXED BY flags_with_needs WHERE project_id = ? AND needs <> ''", projectID) {
            flags[try $0["key"]] = try References(needs: try $0["needs"])
        }
        try connection.each(
            "SELECT key, needs FROM segments INDEXED BY segments_with_needs WHERE project_id = ? AND needs <> ''",
            projectID
        ) { segments[try $0["key"]] = try References(needs: try $0["needs"]) }
        return ReferenceGraph(flags: flags, segments: segments)
    }
}
