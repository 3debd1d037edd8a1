/// A PDF of any producer, all of its objects read.
struct PDFFile: Sendable {
    /// From the header on.
    let bytes: [UInt8]
    let trailer: [String: PDFValue]
    /// By object number.
    let objects: [Int: PDFValue]
    let defects: Defects

    /// What was mended to read the file.
    struct Defects: Sendable {
        /// Bytes before the header.
        var leadingBytes = 0
        /// Why the cross-reference table was not used; empty when it was.
        var crossReferences = ""
        /// Objects whose stream has another length than its dictionary says.
        var wrongLengths: [Int] = []
        /// Objects whose stream has no end of a line before `endstream`.
        var missingLineEnds: [Int] = []
        /// Objects with hexadecimal strings that PDF/A forbids.
        var badHexadecimal: [Int] = []
    }

    /// The longest chain of references to references.
    private static let maximumHops = 16

    /// What a value refers to in the end; `.null` for what is not there.
    func resolved(_ value: PDFValue?) -> PDFValue {
        guard var value else { return .null }
        for _ in 0..<Self.maximumHops {
            guard case .reference(let number) = value else { return value }
            value = objects[number] ?? .null
        }
        return .null
    }

    /// The entries of a dictionary or stream that a value refers to; empty for anything else.
    func entries(_ value: PDFValue?) -> [String: PDFValue] { resolved(value).entries ?? [:] }

    /// The values of an array that a value refers to; empty for anything else.
    func array(_ value: PDFValue?) -> [PDFValue] { resolved(value).array ?? [] }

    var catalog: [String: PDFValue] { entries(trailer["Root"]) }

    /// The data of a stream, or `nil` when it cannot be unpacked.
    func data(of stream: PDFStream, limit: Int = StreamFilters.maximumSize) -> [UInt8]? {
        StreamFilters.decoded(bytes[stream.range], entries: stream.entries, in: self, limit: limit)
    }
}
