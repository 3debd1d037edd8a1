import Database

// What can be known only by opening the file.
extension Finding {
    /// Everything that an inspection found.
    static func all(in inspection: Inspection) -> [Finding] {
        [settings(inspection), damage(inspection), references(inspection), schema(inspection), pages(inspection)]
    }

    /// Settings that must be as they are: with others, acknowledged writes could be lost. Sources: sqlite.org/pragma.html#pragma_synchronous
    /// (2 is FULL) and the pages of the others there.
    private static let needed = ["journal_mode": "wal", "synchronous": "2", "foreign_keys": "1"]

    private static func settings(_ inspection: Inspection) -> Finding {
        let wrong = inspection.settings.filter { $0.value != needed[$0.name, default: $0.value] }
        let list = inspection.settings.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
        guard wrong.isEmpty else {
            let names = wrong.map { "\($0.name) should be \(needed[$0.name] ?? "")" }.joined(separator: ", ")
            return Finding(topic: "settings", verdict: .problem, text: "\(names); found: \(list)")
        }
        return Finding(topic: "settings", verdict: .sound, text: list)
    }

    private static func damage(_ inspection: Inspection) -> Finding {
        guard !inspection.damage.isEmpty else { return Finding(topic: "quick_check", verdict: .sound, text: "no damage") }
        let lines = inspection.damage.joined(separator: "; ")
        return Finding(topic: "quick_check", verdict: .problem, text: "the file is damaged: \(lines). Restore a backup.")
    }

    private static func references(_ inspection: Inspection) -> Finding {
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
