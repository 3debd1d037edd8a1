import Database
import HTTPCore

extension FlagBitStore {
    /// What is changed, which does not count beside itself.
    enum Changed {
        case flag(Flag)
        case segment(Segment)

        fileprivate var flagID: Int64 { if case .flag(let flag) = self { flag.rowID } else { 0 } }
        fileprivate var segmentID: Int64 { if case .segment(let segment) = self { segment.rowID } else { 0 } }

        fileprivate var size: FlagSize {
            switch self {
            case .flag(let flag): FlagSize(of: flag.definition)
            case .segment(let segment): FlagSize(of: segment.definition)
            }
        }
    }

    /// Refuses a flag or segment for which the project has no room. In the transaction of the change: of two for the last room, one is refused.
    ///
    /// - Throws: `Problem` `project_too_large`.
    func checkSize(_ size: FlagSize, changing old: Changed? = nil, in projectID: Int64, _ connection: Connection) throws {
        let others = try connection.first(
            """
            SELECT COALESCE(SUM(part_count), 0) AS parts, COALESCE(SUM(byte_count), 0) AS bytes FROM (
                SELECT part_count, byte_count FROM flags WHERE project_id = ? AND id <> ?
                UNION ALL
                SELECT part_count, byte_count FROM segments WHERE project_id = ? AND id <> ?
            )
            """,
            projectID,
            old?.flagID ?? 0,
            projectID,
            old?.segmentID ?? 0
        ) { FlagSize(parts: try $0["parts"], bytes: try $0["bytes"]) }
        guard let others, !size.fits(beside: others, changing: old?.size) else { return }
        let most = FlagSize.projectLimit
        throw Problem(
            .projectTooLarge,
            """
            All flags and segments of a project together have at most \(most.parts) rules, prerequisites and conditions, and \(most.bytes) \
            bytes as JSON. Delete what is no longer used, or put the flag into another project.
            """
        )
    }
}
