/// What the operators of one page or form (ISO 32000-1 §8, §9, annex A) do, as far as rules ask for it.
struct ContentScan {
    /// Colour spaces that depend on a device: `DeviceGray`, `DeviceRGB`, `DeviceCMYK`.
    var deviceSpaces: Set<String> = []
    /// Operators that PDF does not know.
    var unknownOperators: Set<String> = []
    /// The deepest nesting of `q`.
    var stateDepth = 0
    /// Operators that paint outside of marked content (§14.6).
    var unmarkedOperators: [String] = []
    /// The numbers of marked content, with its tag.
    var marks: [Int: String] = [:]
    /// Whether an artifact stands inside of tagged content, or the other way round.
    var mixesArtifacts = false
    /// Codes that are shown, by the key of their font.
    var shownCodes: [Int: Set<Int>] = [:]
    /// Whether anything makes what is painted transparent.
    var isTransparent = false
    /// Inline images that viewers are asked to smooth, or that are packed with LZW.
    var badInlineImages: [String] = []
    /// Resources that are used and not there.
    var missingResources: Set<String> = []

    static let operators: Set<String> = [
        "b", "B", "b*", "B*", "BDC", "BI", "BMC", "BT", "BX", "c", "cm", "CS", "cs", "d", "d0", "d1", "Do", "DP", "EI", "EMC", "ET", "EX",
        "f", "F", "f*", "G", "g", "gs", "h", "i", "ID", "j", "J", "K", "k", "l", "m", "M", "MP", "n", "q", "Q", "re", "RG", "rg", "ri", "s",
        "S", "SC", "sc", "SCN", "scn", "sh", "T*", "Tc", "Td", "TD", "Tf", "Tj", "TJ", "TL", "Tm", "Tr", "Ts", "Tw", "Tz", "v", "w", "W",
        "W*", "y", "'", "\"",
    ]

    static let painting: Set<String> = ["b", "B", "b*", "B*", "f", "F", "f*", "s", "S", "sh"]
}
