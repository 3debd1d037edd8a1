import FlagRules
import HTTPCore

/// Changes to a segment: any of its fields.
struct SegmentChange: Sendable {
    private let fields: SegmentFields

    /// Reads them, and checks them as far as that can be done without the segment.
    ///
    /// - Throws: all that is wrong with them whatever the segment.
    init(_ body: JSONValue) throws(InvalidInput) {
        let reader = ObjectReader(body)
        let fields = SegmentFields(reader)
        let alone = fields.standingAlone
        reader.checkDescription()
        if reader.checkSize(ofSegment: FlagSize(of: alone)), body.objectValue != nil { _ = reader.segment(of: alone) }
        try reader.finish()
        self.fields = fields
    }

    /// The segment with the changes.
    ///
    /// - Throws: `Problem` `conflict` (409) with all that is wrong, if they make sense, but not for this segment: another key, or too much
    ///   beside what it has.
    func applied(to old: Segment) throws -> SegmentDraft {
        let members = fields.completed(with: old.definition)
        let reader = ObjectReader(.object(members))
        reader.acceptUnknownFields()
        if fields.given.namesAnotherKey(than: old.key) {
            reader.fault("key", .notAllowed, "cannot be changed: flags refer to the segment by its key")
        }
        let size = FlagSize(of: members)
        let meaning = reader.checkSize(ofSegment: size) ? reader.segment(of: members) : nil
        do throws(InvalidInput) {
            try reader.finish()
        } catch {
            throw Problem(notFitting: error, "segment")
        }
        return SegmentDraft(definition: members, size: size, meaning: meaning ?? SegmentDefinition(key: old.key))
    }
}
