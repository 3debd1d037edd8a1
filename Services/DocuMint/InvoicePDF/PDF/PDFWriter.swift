/// Writes the file structure of PDF 1.7 (ISO 32000-1 §7.5): header, objects, cross-reference table, trailer.
struct PDFWriter {
    private(set) var bytes: [UInt8] = []
    /// Where each object begins; object numbers count from 1.
    private var offsets: [Int] = []
    private let deflater = Deflater()

    init() {
        append("%PDF-1.7\n%")
        // Four bytes above 127 tell transfer programs that the file is binary (§7.5.2).
        bytes += [0xE2, 0xE3, 0xCF, 0xD3]
        append("\n")
    }

    /// A number for an object that is written later.
    mutating func reserve() -> PDFReference {
        offsets.append(0)
        return PDFReference(number: offsets.count)
    }

    /// Writes an object; `body` is its text.
    mutating func write(_ body: String, as reference: PDFReference) {
        begin(reference)
        append(body)
        append("\nendobj\n")
    }

    /// Writes an object that nothing refers to yet.
    mutating func write(_ body: String) -> PDFReference {
        let reference = reserve()
        write(body, as: reference)
        return reference
    }

    /// Writes a compressed stream; `entries` are those of its dictionary besides length and filter.
    mutating func writeStream(_ content: [UInt8], entries: String = "") -> PDFReference {
        let reference = reserve()
        let data = deflater.compressed(content)
        begin(reference)
        append("<< /Length \(data.count) /Filter /FlateDecode \(entries)>>\nstream\n")
        bytes += data
        append("\nendstream\nendobj\n")
        return reference
    }

    /// The whole file. Its identifier (§14.4) is a hash of what was written, so equal documents are equal files.
    consuming func finished(catalog: PDFReference, information: PDFReference) -> [UInt8] {
        var identifier = StableHash()
        identifier.add(bytes)
        let start = bytes.count
        append("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n")
        for offset in offsets {
            let digits = String(offset)
            append(String(repeating: "0", count: 10 - digits.utf8.count) + digits + " 00000 n \n")
        }
        let id = "<\(identifier.hexadecimal)>"
        append("trailer\n<< /Size \(offsets.count + 1) /Root \(catalog) /Info \(information) /ID [\(id) \(id)] >>\n")
        append("startxref\n\(start)\n%%EOF\n")
        return bytes
    }

    private mutating func begin(_ reference: PDFReference) {
        offsets[reference.number - 1] = bytes.count
        append("\(reference.number) 0 obj\n")
    }

    private mutating func append(_ text: String) {
        bytes += text.utf8
    }
}
