@testable import InvoicePDF

/// A PDF that a test changes: its objects, written again with a table of their new places.
struct InspectionPDFEditor {
    var trailer: [String: PDFValue]
    private var objects: [Int: PDFValue] = [:]
    private var contents: [Int: [UInt8]] = [:]
    /// Objects that are written as they are, so that they may be malformed.
    var rawObjects: [String] = []
    /// How much too high the lengths of streams are told.
    var surplusLength = 0

    init(_ bytes: [UInt8]) throws {
        let file = try PDFReader.file(of: bytes)
        trailer = file.trailer.filter { ["Root", "Info", "ID"].contains($0.key) }
        for (number, value) in file.objects {
            if let stream = value.stream {
                guard stream.entries["Type"] != .name("XRef"), stream.entries["Type"] != .name("ObjStm") else { continue }
                contents[number] = Array(file.bytes[stream.range])
            }
            objects[number] = value
        }
    }

    /// Changes every dictionary that has an entry of a name, and a value if one is given, wherever it stands.
    mutating func edit(_ name: String, _ value: PDFValue? = nil, change: (inout [String: PDFValue]) -> Void) {
        for (number, object) in objects {
            objects[number] = edited(object) { entries in
                if let found = entries[name], value == nil || value == found { change(&entries) }
            }
        }
    }

    /// Sets an entry of the catalog; `nil` removes it.
    mutating func set(catalog name: String, _ value: PDFValue?) {
        edit("Type", .name("Catalog")) { $0[name] = value }
    }

    /// Sets an entry of the first structure element of a type.
    mutating func set(element type: String, _ name: String, _ value: PDFValue?) {
        let number = objects.filter { $0.value.entries?["S"] == .name(type) && $0.value.entries?["P"] != nil }.keys.min()
        guard let number else { return }
        objects[number] = edited(objects[number] ?? .null) { if $0["P"] != nil { $0[name] = value } }
    }

    /// Adds an object.
    mutating func add(_ value: PDFValue) -> PDFValue {
        let number = (objects.keys.max() ?? 0) + 1
        objects[number] = value
        return .reference(number)
    }

    /// The copy of a stream, changed.
    mutating func copy(of reference: PDFValue?, change: (inout [String: PDFValue]) -> Void) -> PDFValue {
        guard let number = reference?.reference, var stream = objects[number]?.stream else { return .null }
        change(&stream.entries)
        let copy = add(.stream(stream))
        contents[copy.reference ?? 0] = contents[number]
        return copy
    }

    /// Puts operators before and after those of all pages.
    mutating func draw(before: String = "", after: String = "") throws {
        for value in objects.values where value.entries?["Type"] == .name("Page") {
            try rewrite(value.entries?["Contents"]) { "\(before)\n\($0)\n\(after)\n" }
        }
    }

    /// Replaces text in the metadata.
    mutating func replace(inMetadata old: String, _ new: String) throws {
        guard let stream = objects.first(where: { $0.value.entries?["Subtype"] == .name("XML") })?.key else { return }
        try rewrite(.reference(stream)) { $0.replacing(old, with: new) }
    }

    private mutating func rewrite(_ reference: PDFValue?, _ change: (String) -> String) throws {
        guard let number = reference?.reference, var stream = objects[number]?.stream, let content = contents[number] else { return }
        if stream.entries["Filter"] != nil {
            let text = LenientInflater.inflated(content[...], limit: 1 << 24) ?? []
            contents[number] = Array(change(String(decoding: text, as: UTF8.self)).utf8)
        } else {
            contents[number] = Array(change(String(decoding: content, as: UTF8.self)).utf8)
        }
        stream.entries["Filter"] = nil
        stream.entries["DecodeParms"] = nil
        objects[number] = .stream(stream)
    }

    /// Puts bytes that are no stream of zlib into the content of pages.
    mutating func damageContents() {
        for value in objects.values where value.entries?["Type"] == .name("Page") {
            if let number = value.entries?["Contents"]?.reference { contents[number] = Array("damaged".utf8) }
        }
    }

    private func edited(_ value: PDFValue, _ change: (inout [String: PDFValue]) -> Void) -> PDFValue {
        switch value {
        case .dictionary(let entries): return .dictionary(edited(entries, change))
        case .array(let values): return .array(values.map { edited($0, change) })
        case .stream(var stream):
            stream.entries = edited(stream.entries, change)
            return .stream(stream)
        default: return value
        }
    }

    private func edited(_ entries: [String: PDFValue], _ change: (inout [String: PDFValue]) -> Void) -> [String: PDFValue] {
        var entries = entries.mapValues { edited($0, change) }
        change(&entries)
        return entries
    }
}

extension InspectionPDFEditor {
    /// The file.
    var bytes: [UInt8] {
        var bytes = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
        var table = ""
        let numbers = objects.keys.sorted()
        let last = numbers.last ?? 0
        for number in numbers {
            table += "\(number) 1\n\(Self.padded(bytes.count)) 00000 n \n"
            bytes += "\(number) 0 obj\n".utf8
            if let stream = objects[number]?.stream, let content = contents[number] {
                var entries = stream.entries
                entries["Length"] = .integer(content.count + surplusLength)
                bytes += "\(Self.text(.dictionary(entries)))\nstream\n".utf8 + content + "\nendstream".utf8
            } else {
                bytes += Self.text(objects[number] ?? .null).utf8
            }
            bytes += "\nendobj\n".utf8
        }
        for (index, object) in rawObjects.enumerated() {
            table += "\(last + 1 + index) 1\n\(Self.padded(bytes.count)) 00000 n \n"
            bytes += "\(last + 1 + index) 0 obj\n\(object)\nendobj\n".utf8
        }
        var trailer = trailer
        trailer["Size"] = .integer(last + 1 + rawObjects.count)
        let start = bytes.count
        bytes += "xref\n0 1\n0000000000 65535 f \n\(table)trailer\n\(Self.text(.dictionary(trailer)))\nstartxref\n\(start)\n%%EOF\n".utf8
        return bytes
    }

    private static func padded(_ offset: Int) -> String {
        let digits = String(offset)
        return String(repeating: "0", count: 10 - digits.count) + digits
    }

    private static func text(_ value: PDFValue) -> String {
        switch value {
        case .null: "null"
        case .boolean(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .real(let value): PDFText.number(value)
        case .string(let bytes): "<\(bytes.map { hexadecimal($0) }.joined())>"
        case .name(let name):
            "/\(name.utf8.map { $0.isPDFRegular && $0 != 0x23 ? String(Unicode.Scalar($0)) : "#" + hexadecimal($0) }.joined())"
        case .array(let values): "[\(values.map(text).joined(separator: " "))]"
        case .dictionary(let entries):
            "<< \(entries.sorted { $0.key < $1.key }.map { "\(text(.name($0.key))) \(text($0.value))" }.joined(separator: " ")) >>"
        case .stream: "null"
        case .reference(let number): "\(number) 0 R"
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}
