/// Reads PDF files of any producer, and mends what others write wrong: a wrong or missing cross-reference table, wrong lengths of streams,
/// bytes before the header.
struct PDFReader {
    private let bytes: [UInt8]
    private var entries: [Int: CrossReferences.Entry] = [:]
    private var trailer: [String: PDFValue] = [:]
    private var objects: [Int: PDFValue] = [:]
    private var defects = PDFFile.Defects()
    /// How many bytes may still be looked at. Sound files need each byte about twice.
    private var budget: Int
    /// How many bytes may still be unpacked to find objects.
    private var unpackBudget = 32 << 20

    /// Reads a file.
    ///
    /// - Throws: ``InspectionError``: not a PDF, encrypted, without a catalog, or too complex.
    static func file(of bytes: [UInt8]) throws(InspectionError) -> PDFFile {
        guard let start = headerOffset(in: bytes) else { throw .notRecognized }
        var reader = PDFReader(start == 0 ? bytes : Array(bytes[start...]))
        reader.defects.leadingBytes = start
        try reader.read()
        return PDFFile(bytes: reader.bytes, trailer: reader.trailer, objects: reader.objects, defects: reader.defects)
    }

    /// Where the header stands; viewers accept it within the first 1024 bytes.
    static func headerOffset(in bytes: [UInt8]) -> Int? {
        let header = Array("%PDF-".utf8)
        return (0..<min(1_024, bytes.count)).first { bytes[$0...].starts(with: header) }
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        budget = bytes.count * 16 + (1 << 20)
    }

    private mutating func read() throws(InspectionError) {
        do throws(CrossReferences.Damage) {
            let references = try CrossReferences(of: bytes)
            entries = references.entries
            trailer = references.trailer
        } catch {
            return try rebuild(because: error.reason)
        }
        try refuseEncryption()
        if let mismatch = try readObjects() { return try rebuild(because: "object \(mismatch) is not where the table says") }
        guard hasPages else { return try rebuild(because: "the table leads to no catalog with pages") }
    }

    private func refuseEncryption() throws(InspectionError) {
        guard trailer["Encrypt"] == nil || trailer["Encrypt"] == .null else { throw .encrypted }
    }

    private var hasPages: Bool {
        let file = PDFFile(bytes: bytes, trailer: trailer, objects: objects, defects: defects)
        return !file.entries(file.catalog["Pages"]).isEmpty
    }

    /// Reads all objects; the number of one that is not where the table says, if any.
    private mutating func readObjects() throws(InspectionError) -> Int? {
        var streams: Set<Int> = []
        for (number, entry) in entries.sorted(by: { $0.key < $1.key }) {
            switch entry {
            case .free: break
            case .compressed(let stream): streams.insert(stream)
            case .offset(let offset):
                guard let object = try object(at: offset), object.number == number else {
                    // Some producers list objects that they never wrote.
                    if offset == 0 { continue }
                    return number
                }
                add(object)
            }
        }
        for stream in streams.sorted() { try readObjectStream(stream) }
        return nil
    }

    private mutating func object(at offset: Int) throws(InspectionError) -> IndirectObject? {
        let (bytes, entries) = (bytes, entries)
        return try IndirectObject(at: offset, in: bytes, budget: &budget) { number in
            guard case .offset(let offset) = entries[number] else { return nil }
            return Self.integer(at: offset, in: bytes)
        }
    }

    /// The number that an object is, without reading anything else.
    private static func integer(at offset: Int, in bytes: [UInt8]) -> Int? {
        guard bytes.indices.contains(offset) else { return nil }
        var lexer = PDFLexer(bytes, from: offset, to: offset + 64)
        guard case .value(.integer) = lexer.next(), case .value(.integer) = lexer.next(), case .keyword("obj") = lexer.next(),
            case .value(.integer(let value)) = lexer.next()
        else { return nil }
        return value
    }

    private mutating func add(_ object: IndirectObject) {
        objects[object.number] = object.value
        if !object.hasRightLength { defects.wrongLengths.append(object.number) }
        if !object.hasLineEnd { defects.missingLineEnds.append(object.number) }
        if object.hasBadHexadecimal { defects.badHexadecimal.append(object.number) }
    }

    /// Adds the objects of a stream (§7.5.7) that the table says are in it.
    private mutating func readObjectStream(_ number: Int) throws(InspectionError) {
        let file = PDFFile(bytes: bytes, trailer: [:], objects: objects, defects: defects)
        guard let stream = objects[number]?.stream, let first = file.resolved(stream.entries["First"]).integer, first >= 0,
            let count = file.resolved(stream.entries["N"]).integer, (0...CrossReferences.maximumEntries).contains(count)
        else { return }
        guard let data = try unpacked(stream, in: file) else { return }
        var lexer = PDFLexer(data, to: first)
        var places: [(number: Int, offset: Int)] = []
        for _ in 0..<count {
            guard case .value(.integer(let number)) = lexer.next(), case .value(.integer(let offset)) = lexer.next() else { break }
            guard (0..<max(0, data.count - first)).contains(offset) else { continue }
            places.append((number, first + offset))
        }
        let ends = places.map(\.offset).sorted()
        var nextPlace = 0
        for place in places.sorted(by: { $0.offset < $1.offset }) {
            while nextPlace < ends.count, ends[nextPlace] <= place.offset { nextPlace += 1 }
            guard entries[place.number] == .compressed(stream: number) else { continue }
            let end = nextPlace < ends.count ? ends[nextPlace] : data.count
            budget -= end - place.offset
            guard budget > 0 else { throw .tooComplex }
            var parser = PDFParser(lexer: PDFLexer(data, from: place.offset, to: end))
            objects[place.number] = try parser.values().values.first ?? .null
        }
    }
}

extension PDFReader {
    /// Finds the objects by looking for `5 0 obj` everywhere, as viewers do when the table is wrong; of equal numbers the last one counts.
    fileprivate mutating func rebuild(because reason: String) throws(InspectionError) {
        entries = [:]
        trailer = [:]
        objects = [:]
        defects = PDFFile.Defects(leadingBytes: defects.leadingBytes, crossReferences: reason)
        budget = bytes.count * 16 + (1 << 20)
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "o"), let (number, offset) = objectHead(endingAt: place) {
                guard entries.count < CrossReferences.maximumEntries else { throw .tooComplex }
                entries[number] = .offset(offset)
            } else if bytes[place] == UInt8(ascii: "t"), bytes[place...].starts(with: "trailer".utf8) {
                try addTrailer(at: place + 7)
            }
            place += 1
        }
        _ = try readObjects()
        try readUnlistedObjects()
        try refuseEncryption()
        guard hasPages else { throw .unreadablePDF(reason: reason + ", and no catalog with pages was found") }
    }

    /// The number and place of an object whose keyword `obj` stands at `place`.
    private func objectHead(endingAt place: Int) -> (number: Int, offset: Int)? {
        guard bytes[place...].starts(with: "obj".utf8) else { return nil }
        var start = place
        func skip(while condition: (UInt8) -> Bool, limit: Int) -> Int {
            let first = start
            while start > 0, first - start < limit, condition(bytes[start - 1]) { start -= 1 }
            return first - start
        }
        let isDigit: (UInt8) -> Bool = { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard skip(while: \.isPDFSpace, limit: 8) > 0, skip(while: isDigit, limit: 5) > 0, skip(while: \.isPDFSpace, limit: 8) > 0 else {
            return nil
        }
        let end = start
        guard skip(while: isDigit, limit: 8) > 0 else { return nil }
        let number = bytes[start..<end].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return (1...CrossReferences.maximumNumber).contains(number) ? (number, start) : nil
    }

    private mutating func addTrailer(at place: Int) throws(InspectionError) {
        var parser = PDFParser(lexer: PDFLexer(bytes, from: place))
        guard let entries = try parser.values().values.first?.entries else { return }
        budget -= parser.lexer.position - place
        guard budget > 0 else { throw .tooComplex }
        trailer.merge(entries) { _, newer in newer }
    }

    /// What only streams list: compressed objects, and the trailer of a file without a classic table.
    private mutating func readUnlistedObjects() throws(InspectionError) {
        for (number, value) in objects.sorted(by: { $0.key < $1.key }) {
            guard let stream = value.stream else { continue }
            switch stream.entries["Type"]?.name {
            case "XRef": trailer.merge(stream.entries) { _, newer in newer }
            case "ObjStm":
                for listed in try objectNumbers(in: stream) where entries[listed] == nil { entries[listed] = .compressed(stream: number) }
                try readObjectStream(number)
            default: break
            }
        }
        if PDFFile(bytes: bytes, trailer: trailer, objects: objects, defects: defects).catalog["Pages"] == nil,
            let catalog = objects.filter({ $0.value.entries?["Type"] == .name("Catalog") }).keys.max()
        {
            trailer["Root"] = .reference(catalog)
        }
    }

    /// The data of an object stream; `nil` when it is damaged or too large, which costs as much as an eighth of all that may be unpacked.
    fileprivate mutating func unpacked(_ stream: PDFStream, in file: PDFFile) throws(InspectionError) -> [UInt8]? {
        let data = file.data(of: stream, limit: unpackBudget)
        unpackBudget -= data?.count ?? 4 << 20
        guard unpackBudget > 0 else { throw .tooComplex }
        return data
    }

    private mutating func objectNumbers(in stream: PDFStream) throws(InspectionError) -> [Int] {
        let file = PDFFile(bytes: bytes, trailer: [:], objects: objects, defects: defects)
        guard let first = file.resolved(stream.entries["First"]).integer, let data = try unpacked(stream, in: file) else {
            return []
        }
        var lexer = PDFLexer(data, to: first)
        var numbers: [Int] = []
        while case .value(.integer(let number)) = lexer.next(), case .value(.integer) = lexer.next() {
            guard numbers.count < CrossReferences.maximumEntries else { return numbers }
            numbers.append(number)
        }
        return numbers
    }
}
