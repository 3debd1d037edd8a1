/// Colour spaces (ISO 32000-1 §8.6) and the profiles in them.
enum ColorSpaces {
    private static let maximumDepth = 8

    /// The device spaces that a colour space is, or is built on.
    static func devices(of value: PDFValue?, in file: PDFFile, depth: Int = 0) -> Set<String> {
        guard depth < maximumDepth else { return [] }
        let space = file.resolved(value)
        if let name = space.name { return name.hasPrefix("Device") ? [name] : [] }
        guard let parts = space.array, let family = file.resolved(parts.first).name else { return [] }
        switch family {
        case "DeviceGray", "DeviceRGB", "DeviceCMYK": return [family]
        case "Indexed", "I", "Pattern": return parts.count > 1 ? devices(of: parts[1], in: file, depth: depth + 1) : []
        case "Separation", "DeviceN": return parts.count > 2 ? devices(of: parts[2], in: file, depth: depth + 1) : []
        default: return []
        }
    }
}

/// The header of an ICC profile (ICC.1:2010 §7.2).
struct ICCProfile {
    /// `RGB `, `CMYK`, `GRAY`.
    let colorSpace: String

    /// The number of components of the colour space.
    var components: Int? { ["GRAY": 1, "RGB ": 3, "Lab ": 3, "CMYK": 4][colorSpace] }

    /// - Throws: what is wrong with the profile, for a person.
    init(_ bytes: [UInt8]) throws(Fault) {
        guard bytes.count >= 132 else { throw Fault(reason: "the profile is shorter than its header") }
        let size = bytes[0..<4].reduce(0) { $0 << 8 | Int($1) }
        guard size <= bytes.count else { throw Fault(reason: "the profile is cut off") }
        guard String(decoding: bytes[36..<40], as: UTF8.self) == "acsp" else { throw Fault(reason: "the profile has no signature “acsp”") }
        guard bytes[8] < 5 else { throw Fault(reason: "the profile is of version \(bytes[8])") }
        guard ["prtr", "mntr", "scnr", "spac"].contains(String(decoding: bytes[12..<16], as: UTF8.self)) else {
            throw Fault(reason: "the profile is of no allowed class")
        }
        colorSpace = String(decoding: bytes[16..<20], as: UTF8.self)
        guard components != nil else { throw Fault(reason: "the profile is for the colour space “\(colorSpace)”") }
    }

    struct Fault: Error {
        let reason: String
    }
}
