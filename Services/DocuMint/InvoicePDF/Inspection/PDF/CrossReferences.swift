/// Where the objects of a file stand (ISO 32000-1 §7.5.4, §7.5.8): tables, streams, hybrids of both, and chains of them.
struct CrossReferences {
    enum Entry: Hashable {
        case free
        case offset(Int)
        case compressed(stream: Int)
    }

    /// More objects than any invoice has.
    static let maximumEntries = 300_000
    private static let maximumSections = 1_000
    /// The largest object number (ISO 32000-1 annex C).
    static let maximumNumber = 8_388_607

    private(set) var entries: [Int: Entry] = [:]
    private(set) var trailer: [String: PDFValue] = [:]
    private let bytes: [UInt8]

    /// Why a table cannot be used; for a person.
    struct Damage: Error {
        let reason: String
    }

    init(of bytes: [UInt8]) throws(Damage) {
        self.bytes = bytes
        var pending = [try Self.start(of: bytes)]
        var visited: Set<Int> = []
        while let offset = pending.popLast() {
            guard visited.insert(offset).inserted else { continue }
            guard visited.count <= Self.maximumSections else { throw Damage(reason: "the chain of tables is too long") }
            let section = try section(at: offset)
            trailer.merge(section) { newer, _ in newer }
            if let previous = section["Prev"]?.integer { pending.append(previous) }
            if let hybrid = section["XRefStm"]?.integer { pending.append(hybrid) }
        }
    }

    private static func start(of bytes: [UInt8]) throws(Damage) -> Int {
        let keyword = Array("startxref".utf8)
        let floor = max(0, bytes.count - 2_048)
        var place = bytes.count - keyword.count
        while place >= floor {
            if bytes[place...].starts(with: keyword) {
                var lexer = PDFLexer(bytes, from: place + keyword.count)
                if case .value(.integer(let offset)) = lexer.next() { return offset }
            }
            place -= 1
        }
        throw Damage(reason: "there is no startxref")
    }

    private mutating func section(at offset: Int) throws(Damage) -> [String: PDFValue] {
        guard bytes.indices.contains(offset) else { throw Damage(reason: "there is no table at \(offset)") }
        var lexer = PDFLexer(bytes, from: offset)
        switch lexer.next() {
        case .keyword("xref"): return try table(&lexer)
        case .value(.integer): return try stream(at: offset)
        default: throw Damage(reason: "there is no table at \(offset)")
        }
    }

    private mutating func table(_ lexer: inout PDFLexer) throws(Damage) -> [String: PDFValue] {
        var found: [(number: Int, entry: Entry)] = []
        sections: while true {
            switch lexer.next() {
            case .keyword("trailer"): break sections
            case .value(.integer(let first)):
                guard case .value(.integer(let count)) = lexer.next(), count >= 0, (0...Self.maximumNumber).contains(first) else {
                    throw Damage(reason: "a section of the table is malformed")
                }
                for index in 0..<count {
                    guard found.count < Self.maximumEntries, case .value(.integer(let offset)) = lexer.next(),
                        case .value(.integer) = lexer.next(), case .keyword(let kind) = lexer.next()
                    else { throw Damage(reason: "an entry of the table is malformed") }
                    found.append((first + index, kind == "n" ? .offset(offset) : .free))
                }
            default: throw Damage(reason: "the table is malformed")
            }
        }
        var parser = PDFParser(lexer: lexer)
        guard let trailer = try? parser.values().values.first?.entries else { throw Damage(reason: "there is no trailer") }
        // A hybrid file lists as free what its stream lists in full (§7.5.8.4).
        let isHybrid = trailer["XRefStm"] != nil
        for (number, entry) in found where !(isHybrid && entry == .free) { add(number, entry) }
        return trailer
    }

    private mutating func stream(at offset: Int) throws(Damage) -> [String: PDFValue] {
        var budget = bytes.count
        let file = PDFFile(bytes: bytes, trailer: [:], objects: [:], defects: PDFFile.Defects())
        guard let object = try? IndirectObject(at: offset, in: bytes, budget: &budget, length: { _ in nil }),
            let stream = object.value.stream,
            stream.entries["Type"]?.name == "XRef", let data = file.data(of: stream)
        else { throw Damage(reason: "there is no table at \(offset)") }
        let widths = (stream.entries["W"]?.array ?? []).compactMap(\.integer)
        guard widths.count >= 3, widths.allSatisfy({ (0...8).contains($0) }), case let length = widths.reduce(0, +), length > 0 else {
            throw Damage(reason: "the cross-reference stream has no widths")
        }
        let size = stream.entries["Size"]?.integer ?? 0
        let sections = (stream.entries["Index"]?.array ?? [.integer(0), .integer(size)]).compactMap(\.integer)
        var position = 0
        for index in stride(from: 0, to: sections.count - 1, by: 2) {
            let first = sections[index]
            guard (0...Self.maximumNumber).contains(first), sections[index + 1] >= 0 else { throw Damage(reason: "a section is malformed") }
            for number in 0..<sections[index + 1] {
                guard position + length <= data.count else { break }
                guard entries.count < Self.maximumEntries else { throw Damage(reason: "there are too many objects") }
                add(first + number, Self.entry(data[position..<(position + length)], widths))
                position += length
            }
        }
        return stream.entries
    }

    private static func entry(_ bytes: ArraySlice<UInt8>, _ widths: [Int]) -> Entry {
        var start = bytes.startIndex
        let fields = widths.map { width in
            defer { start += width }
            return bytes[start..<(start + width)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }
        switch widths[0] == 0 ? 1 : fields[0] {
        case 1: return .offset(Int(clamping: fields[1]))
        case 2: return .compressed(stream: Int(clamping: fields[1]))
        default: return .free
        }
    }

    /// The newest table comes first, so what is there stays.
    private mutating func add(_ number: Int, _ entry: Entry) {
        if entries[number] == nil { entries[number] = entry }
    }
}
