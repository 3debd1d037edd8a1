/// Small objects that are compressed together (ISO 32000-1 §7.5.7).
struct ObjectStream {
    /// Readers unpack a whole stream for one object, so it is not to hold too many.
    static let capacity = 256

    private var index: [UInt8] = []
    private var bodies: [UInt8] = []
    private(set) var count = 0

    mutating func append(_ reference: PDFReference, _ body: (inout [UInt8]) -> Void) {
        index.append(integer: reference.number)
        index.append(UInt8(ascii: " "))
        index.append(integer: bodies.count)
        index.append(UInt8(ascii: " "))
        body(&bodies)
        bodies.append(UInt8(ascii: "\n"))
        count += 1
    }

    var content: [UInt8] { index + bodies }

    var entries: String { "/Type /ObjStm /N \(count) /First \(index.count) " }

    mutating func removeAll() {
        index.removeAll(keepingCapacity: true)
        bodies.removeAll(keepingCapacity: true)
        count = 0
    }
}
