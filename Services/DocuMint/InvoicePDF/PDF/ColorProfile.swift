/// The colour profile of sRGB (IEC 61966-2-1), which says what the numbers of colours in the file mean.
///
/// A display profile of version 4 (ICC.1:2004-10, the version that PDF 1.7 knows) with three primaries and one tone curve.
enum ColorProfile {
    /// The file.
    static let sRGB: [UInt8] = profile()

    private typealias Tag = (name: String, content: [UInt8])

    /// Red, green and blue as the standard defines them for the white D65, adapted to the white D50 of profiles by ``adaptation``.
    /// In 1/65 536; together they are ``white``.
    private static let primaries: [(name: String, values: [Int32])] = [
        ("rXYZ", [28_576, 14_581, 912]), ("gXYZ", [25_239, 46_983, 6_361]), ("bXYZ", [9_375, 3_972, 46_788]),
    ]

    /// D50 (§7.2.16): 0.9642, 1, 0.8249 in 1/65 536.
    private static let white: [Int32] = [63_190, 65_536, 54_061]

    /// The matrix of the Bradford transform (annex E) from D65 (x 0.3127, y 0.3290) to D50, in 1/65 536.
    private static let adaptation: [Int32] = [68_674, 1_502, -3_291, 1_939, 64_912, -1_119, -606, 988, 49_262]

    /// Y = ((X + 0.055) / 1.055)^2.4 from X = 0.04045 on, and Y = X / 12.92 below: γ, a, b, c, d of type 3 (§10.15), in 1/65 536.
    private static let curve: [Int32] = [157_286, 62_119, 3_417, 5_072, 2_651]

    /// MD5 of the profile with this field as zeros (§7.2.18).
    private static let identifier: [UInt32] = [0xDE51_4BB2, 0xEE69_5FE9, 0xC935_65F3, 0xDB1F_AF1E]

    private static func profile() -> [UInt8] {
        let curve = content("para") { $0.append(bigEndian: 3 << 16) } + numbers(Self.curve)
        let tags: [Tag] =
            [("desc", text("sRGB IEC61966-2.1")), ("cprt", text("No copyright, use freely"))]
            + [("wtpt", content("XYZ ") + numbers(white)), ("chad", content("sf32") + numbers(adaptation))]
            + primaries.map { ($0.name, content("XYZ ") + numbers($0.values)) }
            + [("rTRC", curve), ("gTRC", curve), ("bTRC", curve)]
        let (table, data) = layout(tags)
        return header(size: 128 + table.count + data.count) + table + data
    }

    /// The table of tags (§7.3) and what it points at. Equal contents stand there once.
    private static func layout(_ tags: [Tag]) -> (table: [UInt8], data: [UInt8]) {
        var table: [UInt8] = []
        var data: [UInt8] = []
        var places: [[UInt8]: Int] = [:]
        table.append(bigEndian: UInt32(tags.count))
        for tag in tags {
            let place = places[tag.content] ?? 128 + 4 + 12 * tags.count + data.count
            if places.updateValue(place, forKey: tag.content) == nil {
                data += tag.content
                data += [UInt8](repeating: 0, count: (4 - tag.content.count % 4) % 4)
            }
            table.append(tag.name)
            table.append(bigEndian: UInt32(place))
            table.append(bigEndian: UInt32(tag.content.count))
        }
        return (table, data)
    }

    /// §7.2.
    private static func header(size: Int) -> [UInt8] {
        var header: [UInt8] = []
        header.append(bigEndian: UInt32(size))
        header.append(bigEndian: 0)
        header.append(bigEndian: 0x0420_0000)
        header.append("mntrRGB XYZ ")
        // When the standard appeared: 1999-10-18, 00:00:00.
        for half: UInt32 in [1999 << 16 | 10, 18 << 16, 0] { header.append(bigEndian: half) }
        header.append("acsp")
        // No platform, flags, manufacturer, model, attributes; the intent is perceptual.
        header += [UInt8](repeating: 0, count: 28)
        header += numbers(white)
        header.append(bigEndian: 0)
        for word in identifier { header.append(bigEndian: word) }
        return header + [UInt8](repeating: 0, count: 128 - header.count)
    }

    /// A text in one language (`multiLocalizedUnicodeType`, §10.13).
    private static func text(_ text: String) -> [UInt8] {
        var bytes = content("mluc")
        for word: UInt32 in [1, 12] { bytes.append(bigEndian: word) }
        bytes.append("enUS")
        for word in [UInt32(text.utf16.count * 2), 28] { bytes.append(bigEndian: word) }
        for unit in text.utf16 { bytes += [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
        return bytes
    }

    /// The beginning of a tag of a type.
    private static func content(_ type: String, _ rest: (inout [UInt8]) -> Void = { _ in }) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(type)
        bytes.append(bigEndian: 0)
        rest(&bytes)
        return bytes
    }

    /// `s15Fixed16Number` (§5.1.3).
    private static func numbers(_ values: [Int32]) -> [UInt8] {
        var bytes: [UInt8] = []
        for value in values { bytes.append(bigEndian: UInt32(bitPattern: value)) }
        return bytes
    }
}

extension [UInt8] {
    fileprivate mutating func append(bigEndian word: UInt32) {
        for shift: UInt32 in [24, 16, 8, 0] { append(UInt8(truncatingIfNeeded: word >> shift)) }
    }
}
