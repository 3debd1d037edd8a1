/// The time zone at the end of a calendar event, checked for its shape only: whether there is such a zone, the system's time zone data knows.
enum CalendarZone {
    /// The regions by which zones are named; `posix` is a second tree of the same zones.
    private static let regions: Set = [
        "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Brazil", "Canada", "Chile", "Etc", "Europe",
        "Indian",
        "Mexico", "Pacific", "US", "posix",
    ]

    /// The zones without a region (the files `backward`, `etcetera` and `factory` of the time zone database).
    private static let zones: Set = [
        "CET", "CST6CDT", "Cuba", "EET", "EST", "EST5EDT", "Egypt", "Eire", "Factory", "GB", "GB-Eire", "GMT", "GMT+0", "GMT-0", "GMT0",
        "Greenwich", "HST", "Hongkong", "Iceland", "Iran", "Israel", "Jamaica", "Japan", "Kwajalein", "Libya", "MET", "MST", "MST7MDT",
        "NZ", "NZ-CHAT", "Navajo", "PRC", "PST8PDT", "Poland", "Portugal", "ROC", "ROK", "Singapore", "Turkey", "UCT", "Universal", "W-SU",
        "WET", "Zulu",
    ]

    /// The name of the zone that a word is: "UTC" in any case, any other as it is written in the time zone database; nil for other words.
    static func name(_ word: ArraySlice<UInt8>) -> String? {
        guard let first = word.first, first.isASCIILetter else { return nil }
        let name = String(decoding: word, as: UTF8.self)
        if name.utf8.count == 3, name.uppercased() == "UTC" { return "UTC" }
        guard let slash = word.firstIndex(of: UInt8(ascii: "/")) else { return zones.contains(name) ? name : nil }
        let segments = word[slash...].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
        let isZone = segments.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isZoneNameByte) }
        return isZone && regions.contains(String(decoding: word[..<slash], as: UTF8.self)) ? name : nil
    }
}
