/// Writes the file structure of PDF 1.7 (ISO 32000-1 §7.5): header, objects, cross-reference stream.
struct PDFWriter {
    private(set) var bytes: [UInt8] = []
    /// Where each object is; object numbers count from 1.
    private var references: [CrossReference] = []
    private let deflater = Deflater()
    private var packed = ObjectStream()
    private var packedReference = PDFReference(number: 0)

    /// How the data of a stream is encoded.
    enum Filter {
        case deflate
        /// The data is a JPEG file already.
        case jpeg
        /// For what is in the zlib format already.
        case deflated
        /// The data is to be found as it is.
        case none
    }

    init() {
        bytes.append("%PDF-1.7\n%")
        // Four bytes above 127 tell transfer programs that the file is binary (§7.5.2).
        bytes += [0xE2, 0xE3, 0xCF, 0xD3]
        bytes.append("\n")
    }

    /// A number for an object that is written later.
    mutating func reserve() -> PDFReference {
        references.append(.free)
        return PDFReference(number: references.count)
    }

    /// Writes an object; `body` is its text.
    mutating func write(_ body: String, as reference: PDFReference) {
        write(as: reference) { $0.append(body) }
    }

    /// Writes an object that nothing refers to yet.
    mutating func write(_ body: String) -> PDFReference {
        let reference = reserve()
        write(body, as: reference)
        return reference
    }

    /// Writes an object; `body` appends its text.
    mutating func write(as reference: PDFReference, _ body: (inout [UInt8]) -> Void) {
        begin(reference)
        body(&bytes)
        bytes.append("\nendobj\n")
    }

    /// Writes one of very many small objects, compressed together with others; `body` appends its text.
    mutating func pack(as reference: PDFReference, _ body: (inout [UInt8]) -> Void) {
        if packed.count == 0 { packedReference = reserve() }
        references[reference.number - 1] = .packed(stream: packedReference.number, index: packed.count)
        packed.append(reference, body)
        if packed.count == ObjectStream.capacity { writePacked() }
    }

    /// Writes a stream; `entries` are those of its dictionary besides length and filter.
    mutating func writeStream(_ content: [UInt8], entries: String = "", filter: Filter = .deflate) -> PDFReference {
        let reference = reserve()
        writeStream(content, entries: entries, filter: filter, as: reference)
        return reference
    }

    /// The whole file. Its identifier (§14.4) is a hash of what was written, so equal documents are equal files.
    consuming func finished(catalog: PDFReference, information: PDFReference) -> [UInt8] {
        if packed.count > 0 { writePacked() }
        var identifier = StableHash()
        identifier.add(bytes)
        let id = "<\(identifier.hexadecimal)>"
        let reference = reserve()
        let start = bytes.count
        references[reference.number - 1] = .offset(start)
        var table: [UInt8] = []
        CrossReference.free.write(to: &table)
        for reference in references { reference.write(to: &table) }
        let size = "/Size \(references.count + 1) /W \(CrossReference.widths) "
        writeStream(
            table,
            entries: "/Type /XRef \(size)/Root \(catalog) /Info \(information) /ID [\(id) \(id)] ",
            filter: .deflate,
            as: reference
        )
        bytes.append("startxref\n\(start)\n%%EOF\n")
        return bytes
    }

    private mutating func writePacked() {
        writeStream(packed.content, entries: packed.entries, filter: .deflate, as: packedReference)
        packed.removeAll()
    }

    private mutating func writeStream(_ content: [UInt8], entries: String, filter: Filter, as reference: PDFReference) {
        let (data, filter) =
            switch filter {
            case .deflate: (deflater.compressed(content), "/Filter /FlateDecode ")
            case .deflated: (content, "/Filter /FlateDecode ")
            case .jpeg: (content, "/Filter /DCTDecode ")
            case .none: (content, "")
            }
        write(as: reference) { bytes in
            bytes.append("<< /Length \(data.count) \(filter)\(entries)>>\nstream\n")
            bytes += data
            bytes.append("\nendstream")
        }
    }

    private mutating func begin(_ reference: PDFReference) {
        references[reference.number - 1] = .offset(bytes.count)
        bytes.append(integer: reference.number)
        bytes.append(" 0 obj\n")
    }
}
