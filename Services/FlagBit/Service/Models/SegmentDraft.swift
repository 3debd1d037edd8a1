import FlagRules
import HTTPCore

/// A segment as its owner wants it: read, checked, and ready to be stored. Its limits are those of a ``FlagDraft``.
struct SegmentDraft: Sendable {
    /// The most segments of a project, on every plan.
    static let countLimit = 500

    /// As ``SegmentFields/completed(with:)`` gives it.
    let definition: JSONObject
    let size: FlagSize
    /// What it means.
    let meaning: SegmentDefinition

    var key: String { meaning.key }
}

extension SegmentDraft {
    /// Reads a new segment. What it means is not looked into if it is too large.
    ///
    /// - Throws: all that is wrong with it.
    init(_ body: JSONValue) throws(InvalidInput) {
        let reader = ObjectReader(body)
        let members = SegmentFields(reader).completed()
        let size = FlagSize(of: members)
        reader.checkDescription()
        let isReadable = reader.checkSize(ofSegment: size) && body.objectValue != nil
        let meaning = isReadable ? reader.segment(of: members) : nil
        try reader.finish()
        // Whatever has no fault has been read.
        self.init(definition: members, size: size, meaning: meaning ?? SegmentDefinition(key: ""))
    }
}

extension ObjectReader {
    /// - Returns: whether the segment is small enough.
    func checkSize(ofSegment size: FlagSize) -> Bool {
        checkSize(size, of: "segment", in: "conditions", "conditions")
    }
}
