import Database

// What can be known only by opening the file.
extension Finding {
    /// Everything that an inspection found.
    static func all(in inspection: Inspection) -> [Finding] {
        [settings(inspection), damage(inspection), references(inspection), schema(inspection), pages(inspection)]
    }

    /// What is in the file as it was found. Nothing of it loses data, so it is worth a note at most.
    private static func settings(_ inspection: Inspection) -> Finding {
        let found = inspection.settings.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
        // Sources: sqlite.org/pragma.html#pragma_journal_mode and #pragma_auto_vacuum, where 2 is INCREMENTAL.
        let remarks = inspection.settings.compactMap { setting -> String? in
            switch (setting.name, setting.value) {
            case ("journal_mode", "wal"), ("auto_vacuum", "2"): nil
            case ("journal_mode", _): "the next start makes the journal_mode wal"
            // It can be set as long as there is no table, which the first start does.
            case ("auto_vacuum", _) where inspection.pages > 1: Self.neverShrinks
            default: nil
            }
        }
        guard remarks.isEmpty else {
            return Finding(topic: "settings", verdict: .notice, text: "found \(found): " + remarks.joined(separator: "; "))
        }
        return Finding(topic: "settings", verdict: .sound, text: "\(found); \(Self.ofConnections)")
    }

    private static let neverShrinks = """
        without auto_vacuum=2, the room of what is deleted is used again, but the file never gets smaller; to change that, stop the \
        service and run: sqlite3 FILE 'PRAGMA auto_vacuum = 2; VACUUM'
        """

    private static let ofConnections =
        "the program sets all others whenever it opens the file, among them synchronous=FULL and foreign_keys=ON"

    private static func damage(_ inspection: Inspection) -> Finding {
        guard !inspection.damage.isEmpty else { return Finding(topic: "quick_check", verdict: .sound, text: "no damage") }
        let lines = inspection.damage.joined(separator: "; ")
        return Finding(topic: "quick_check", verdict: .problem, text: "the file is damaged: \(lines). Restore a backup.")
    }

    private static func references(_ inspection: Inspection) -> Finding {
        if let reason = inspection.uncheckedReferences {
            return Finding(topic: "foreign_keys", verdict: .problem, text: "references cannot be looked at: \(reason)")
        }
        guard !inspection.brokenReferences.isEmpty else {
            return Finding(topic: "foreign_keys", verdict: .sound, text: "every reference has its row")
        }
        let lines = inspection.brokenReferences.joined(separator: "; ")
        return Finding(
            topic: "foreign_keys",
            verdict: .problem,
            text: "rows that refer to missing ones: \(lines). Another program has changed the file."
        )
    }

    private static func schema(_ inspection: Inspection) -> Finding {
        let drift = inspection.drift
        if !drift.conflicts.isEmpty {
            let lines = drift.conflicts.map { "\($0)" }.joined(separator: "; ")
            return Finding(topic: "schema", verdict: .problem, text: "does not fit this program, and adding cannot mend it: \(lines)")
        }
        if !drift.additions.isEmpty {
            return Finding(topic: "schema", verdict: .notice, text: "the next start will add: " + drift.additions.joined(separator: "; "))
        }
        return Finding(topic: "schema", verdict: .sound, text: "as this program declares it")
    }

    private static func pages(_ inspection: Inspection) -> Finding {
        let free = ByteCount.text(inspection.freePages * inspection.pageSize)
        return Finding(
            topic: "pages",
            verdict: .sound,
            text: "\(inspection.pages) of \(inspection.pageSize) bytes, \(inspection.freePages) of them free (\(free))"
        )
    }
}
