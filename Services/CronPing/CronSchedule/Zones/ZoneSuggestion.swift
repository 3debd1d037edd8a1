/// The zone that was probably meant by a name that is none.
struct ZoneSuggestion {
    /// From the name in lowercase, blanks as `_`.
    private let distance: EditDistance

    init(_ name: String) {
        let wanted = Self.folded(name.utf8)
        // Almost any four letters are near some zone: TRUE is near Truk.
        distance = EditDistance(wanted: wanted, limit: wanted.count < 5 ? 0 : wanted.count / 4)
    }

    /// The best of some names; nil when none is near.
    func best(of names: [String]) -> String? {
        // More than any zone's name with its mistakes, and a limit for the work.
        guard (2...64).contains(distance.wanted.count) else { return nil }
        var best: (name: String, distance: Int, length: Int)?
        for name in names {
            let city = name.utf8.lastIndex(of: UInt8(ascii: "/")).flatMap { near(name.utf8[$0...].dropFirst()) }
            let whole = near(name.utf8[...])
            guard let nearer = city ?? whole else { continue }
            let distance = min(nearer, whole ?? nearer)
            // Of two with the same city, the shorter one: "UTC", not "Etc/UTC".
            if let best, (best.distance, best.length) <= (distance, name.utf8.count) { continue }
            best = (name, distance, name.utf8.count)
        }
        return best?.name
    }

    private func near(_ name: Substring.UTF8View) -> Int? {
        // Most names are not worth folding.
        distance.isNear(name.count) ? distance(Self.folded(name)) : nil
    }

    private static func folded(_ name: some Collection<UInt8>) -> [UInt8] {
        name.map { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            case UInt8(ascii: " "): UInt8(ascii: "_")
            default: byte
            }
        }
    }
}
