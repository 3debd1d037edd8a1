import HTTPCore
import HTTPTypes

/// The description of ``SegmentRoutes``.
enum SegmentOperations {
    /// All but the one that ends what the others need.
    static let all = [create, list, show, update]

    private static let group = "Segments"
    private static let segments = "/api/v1/projects/{project}/segments"
    private static let segment = "\(segments)/{key}"

    private static let create = Operation(.post, segments, id: "createSegment", in: group, "Make a segment")
        .saying(
            """
            A segment is a group of users that many flags can refer to: whoever fulfils all its `conditions`. A rule asks for it with the \
            operator `in_segment`, and so may another segment, but not in a circle. A segment cannot have a `percent`: each flag draws its \
            own users.

            A segment has at most 1000 conditions, those in groups counted too, and 65536 bytes as JSON; a project has at most 500 segments. \
            They count towards what all flags of a project may have together.
            """
        )
        .requiring(.key(.write))
        .taking(.project)
        .reading(.json(.segmentDraft, example: example))
        .answering(.json(.created, "The segment.", .segment, headers: [.location]))
        .failing(with: .segmentKeyTaken, .projectTooLarge)
        .idempotent()
        .example(captures: ["SEGMENT_KEY": "key"])

    private static let example: JSONValue = [
        "key": "beta-testers", "name": "Beta testers",
        "conditions": [
            [
                "any": [
                    ["attribute": "email", "operator": "ends_with", "value": "@example.com", "ignore_case": true],
                    ["attribute": "beta", "operator": "eq", "value": true],
                ]
            ]
        ],
    ]

    private static let list = Operation(.get, segments, id: "listSegments", in: group, "List the segments of a project")
        .requiring(.key(.read))
        .taking(.project)
        .takingPage()
        .answering(.list("segments", of: .segment, "A page of segments, the oldest first."))

    private static let show = Operation(.get, segment, id: "getSegment", in: group, "See a segment")
        .requiring(.key(.read))
        .taking(.project, .segmentKey)
        .answering(.json(.ok, "The segment.", .segment))
        .failing(with: .segmentNotFound)

    private static let update = Operation(.put, segment, id: "updateSegment", in: group, "Change a segment")
        .saying(
            """
            Takes any of the fields; the others stay as they are, and what is `null` becomes as in a new segment. The next evaluation of each \
            flag that refers to the segment sees the change.
            """
        )
        .requiring(.key(.write))
        .taking(.project, .segmentKey)
        .reading(.json(.segmentChange, example: ["description": "Whoever tries things first"]))
        .answering(.json(.ok, "The segment as it is now.", .segment))
        .failing(with: .segmentNotFound, .conflict, .projectTooLarge)

    /// Ends the segment that the examples have made.
    static let delete = Operation(.delete, segment, id: "deleteSegment", in: group, "Delete a segment")
        .saying("Refused as long as flags or other segments refer to it.")
        .requiring(.key(.write))
        .taking(.project, .segmentKey)
        .answering(.noContent("It is gone."))
        .failing(with: .segmentNotFound, .segmentInUse)
}

extension Operation.Parameter {
    /// The segment in a path.
    fileprivate static let segmentKey = path("key", .flagKey, "The `key` of the segment.", example: "$SEGMENT_KEY")
}
