/// An object of a PDF (ISO 32000-1 §7.3).
enum PDFValue: Sendable, Hashable {
    case null
    case boolean(Bool)
    case integer(Int)
    case real(Double)
    /// The bytes after escapes are undone.
    case string([UInt8])
    /// Without the slash, `#xx` undone.
    case name(String)
    case array([PDFValue])
    case dictionary([String: PDFValue])
    case stream(PDFStream)
    /// The number of an indirect object. Generations are not told apart: no file has two objects of one number at a time.
    case reference(Int)
}

/// A stream as it stands in the file, still filtered.
struct PDFStream: Sendable, Hashable {
    var entries: [String: PDFValue]
    /// Where its bytes stand in the file.
    var range: Range<Int>
}

extension PDFValue {
    var integer: Int? {
        switch self {
        case .integer(let value): value
        case .real(let value): Int(exactly: value.rounded())
        default: nil
        }
    }

    var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .real(let value): value
        default: nil
        }
    }

    var name: String? {
        if case .name(let name) = self { name } else { nil }
    }

    var bytes: [UInt8]? {
        if case .string(let bytes) = self { bytes } else { nil }
    }

    var boolean: Bool? {
        if case .boolean(let value) = self { value } else { nil }
    }

    var array: [PDFValue]? {
        if case .array(let values) = self { values } else { nil }
    }

    var reference: Int? {
        if case .reference(let number) = self { number } else { nil }
    }

    var stream: PDFStream? {
        if case .stream(let stream) = self { stream } else { nil }
    }

    /// The entries of a dictionary, or of the dictionary of a stream.
    var entries: [String: PDFValue]? {
        switch self {
        case .dictionary(let entries): entries
        case .stream(let stream): stream.entries
        default: nil
        }
    }

    /// A text string (§7.9.2.2): UTF-16 with a byte order mark, UTF-8 with one, otherwise PDFDocEncoding, of which only the part that it has
    /// in common with ISO 8859-1 is told apart.
    var text: String? {
        guard let bytes else { return nil }
        if bytes.starts(with: [0xFE, 0xFF]) {
            let units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
            return String(decoding: units, as: UTF16.self)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
        return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
