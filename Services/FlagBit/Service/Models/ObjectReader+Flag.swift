import FlagRules
import HTTPCore

extension JSONObject {
    /// What plays a part in evaluation, of the members of a flag or segment.
    var deciding: JSONValue { .object(JSONObject(filter { !FlagDraft.bystandingFields.contains($0.name) }.map { ($0.name, $0.value) })) }
}

/// What is asked of a flag, and of a segment.
extension ObjectReader {
    /// Checks what people read: `name` and `description` of the object that is read.
    func checkDescription() {
        checkPlain(string("name", length: 1...200), at: path.member("name"))
        checkPlain(string("description", length: 0...2_000), at: path.member("description"), except: "\n\r\t")
    }

    /// Checks `tags` of the object that is read.
    func checkTags() {
        _ = strings("tags", count: 0...20, length: 1...50)
        for (position, tag) in (value("tags")?.arrayValue ?? []).prefix(20).enumerated() {
            checkPlain(tag.stringValue, at: path.member("tags").element(position))
        }
    }

    /// - Parameters:
    ///   - noun: what is read.
    ///   - name: the member that most of its parts are in.
    ///   - parts: what they are.
    /// - Returns: whether it is small enough.
    func checkSize(
        _ size: FlagSize,
        of noun: String = "flag",
        in name: String = "rules",
        _ parts: String = "rules, prerequisites and conditions together"
    ) -> Bool {
        if size.bytes > FlagDraft.sizeLimit {
            fault(at: path, .tooLong, "the \(noun) must have at most \(FlagDraft.sizeLimit) bytes as JSON, not \(size.bytes)")
        }
        if size.parts > FlagDraft.partLimit {
            fault(name, .tooLong, "must have at most \(FlagDraft.partLimit) \(parts), not \(size.parts)")
        }
        return size.bytes <= FlagDraft.sizeLimit && size.parts <= FlagDraft.partLimit
    }

    /// What a whole flag means; `nil`, and the faults noted, if it makes no sense.
    func flag(of members: JSONObject) -> FlagDefinition? {
        // Whether a flag makes sense does not depend on its seed.
        meaning(of: members) { json throws(DefinitionError) in try CompiledFlag(json: json, seed: "").definition }
    }

    /// What a whole segment means; `nil`, and the faults noted, if it makes no sense.
    func segment(of members: JSONObject) -> SegmentDefinition? {
        meaning(of: members) { json throws(DefinitionError) in try CompiledSegment(json: json).definition }
    }

    private func meaning<Definition>(
        of members: JSONObject,
        compile: (FlagValue) throws(DefinitionError) -> Definition
    ) -> Definition? {
        guard let json = flagValue(members.deciding, at: path) else { return nil }
        do throws(DefinitionError) {
            return try compile(json)
        } catch {
            report(error)
            return nil
        }
    }
}
