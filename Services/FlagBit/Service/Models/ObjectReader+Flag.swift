import FlagRules
import HTTPCore

/// What is asked of a flag.
extension ObjectReader {
    /// Checks what people read: `name`, `description` and `tags` of the object that is read.
    func checkDescription() {
        checkPlain(string("name", length: 1...200), at: path.member("name"))
        checkPlain(string("description", length: 0...2_000), at: path.member("description"), except: "\n\r\t")
        _ = strings("tags", count: 0...20, length: 1...50)
        for (position, tag) in (value("tags")?.arrayValue ?? []).prefix(20).enumerated() {
            checkPlain(tag.stringValue, at: path.member("tags").element(position))
        }
    }

    /// - Returns: whether the flag is small enough.
    func checkSize(_ size: FlagSize) -> Bool {
        if size.bytes > FlagDraft.sizeLimit {
            fault(at: path, .tooLong, "the flag must have at most \(FlagDraft.sizeLimit) bytes as JSON, not \(size.bytes)")
        }
        if size.parts > FlagDraft.partLimit {
            fault("rules", .tooLong, "must have at most \(FlagDraft.partLimit) rules and conditions together, not \(size.parts)")
        }
        return size.bytes <= FlagDraft.sizeLimit && size.parts <= FlagDraft.partLimit
    }

    /// Checks what a whole flag means.
    func checkMeaning(of members: JSONObject) {
        let deciding = JSONObject(members.filter { !FlagDraft.bystandingFields.contains($0.name) }.map { ($0.name, $0.value) })
        guard let json = flagValue(.object(deciding), at: path) else { return }
        do throws(DefinitionError) {
            // Whether a flag makes sense does not depend on its seed.
            _ = try CompiledFlag(json: json, seed: "")
        } catch {
            report(error)
        }
    }
}
