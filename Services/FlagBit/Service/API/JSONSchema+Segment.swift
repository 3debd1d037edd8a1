import HTTPCore

// What segments look like.

extension JSONSchema {
    /// What ``SegmentDraft`` reads.
    static let segmentDraft = named(
        "SegmentDraft",
        object(
            .required("key", flagKey, "What conditions refer to: 1 to 128 letters, digits, `.`, `_` and `-`, but not `.` or `..`."),
            .optional("name", nameOfFlag, "For people. Default: the key."),
            .optional("description", descriptionOfFlag, "For people."),
            .optional("conditions", array(of: flagCondition), "All of them must hold. Default: none, and everybody is in the segment."),
            .optional("created_at", anything, "Ignored, so that what was answered can be sent back."),
            .optional("updated_at", anything, "Ignored, too.")
        )
    )

    /// What ``SegmentChange`` reads.
    static let segmentChange = named(
        "SegmentChange",
        object(
            .optional("key", flagKey, "Cannot be changed. May be sent back as it is."),
            .optional("name", nameOfFlag, "For people. \(unchanged)"),
            .optional("description", descriptionOfFlag, "For people. \(unchanged)"),
            .optional("conditions", array(of: flagCondition), "All of them must hold. \(unchanged)"),
            .optional("created_at", anything, "Ignored, so that what was answered can be sent back."),
            .optional("updated_at", anything, "Ignored, too.")
        )
    )

    private static let unchanged = "Absent: as it is. `null`: as in a new segment."

    /// What ``Segment`` writes.
    static let segment = named(
        "Segment",
        object(
            .required("key", flagKey),
            .required("name", string(1...200)),
            .required("description", string(0...2_000).nullable),
            .required("conditions", array(of: flagCondition)),
            .required("created_at", timestamp),
            .required("updated_at", timestamp)
        )
    )
}
