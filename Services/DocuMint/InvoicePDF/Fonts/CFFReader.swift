/// Reads from a table of Compact Font Format (Adobe Technical Note 5176). Whatever is out of bounds is `nil`.
struct CFFReader {
    private let bytes: UnsafeRawBufferPointer
    var position: Int

    init(_ bytes: UnsafeRawBufferPointer, at position: Int) {
        self.bytes = bytes
        self.position = position
    }

    mutating func byte() -> Int? {
        guard bytes.indices.contains(position) else { return nil }
        defer { position += 1 }
        return Int(bytes[position])
    }

    /// A number of `size` bytes, the most significant first.
    mutating func number(size: Int) -> Int? {
        var number = 0
        for _ in 0..<size {
            guard let byte = byte() else { return nil }
            number = number << 8 | byte
        }
        return number
    }

    /// The places of the entries of an index (§5); the reader stands behind it afterwards.
    mutating func index() -> [Range<Int>]? {
        guard let count = number(size: 2) else { return nil }
        guard count > 0 else { return [] }
        guard let size = byte(), (1...4).contains(size) else { return nil }
        var offsets: [Int] = []
        for _ in 0...count {
            guard let offset = number(size: size) else { return nil }
            offsets.append(offset)
        }
        let start = position - 1
        position = start + (offsets.last ?? 1)
        let entries = zip(offsets, offsets.dropFirst())
        guard entries.allSatisfy({ $0 >= 1 && $0 <= $1 }), position <= bytes.count else { return nil }
        return entries.map { start + $0..<start + $1 }
    }

    /// The whole numbers before each operator of a dictionary (§4); operators of two bytes are 1200 and more.
    func dictionary(_ range: Range<Int>) -> [Int: [Int]]? {
        var reader = CFFReader(bytes, at: range.lowerBound)
        var entries: [Int: [Int]] = [:]
        var operands: [Int] = []
        while reader.position < range.upperBound {
            guard let first = reader.byte() else { return nil }
            if first <= 21 {
                guard let code = first == 12 ? reader.byte().map({ 1_200 + $0 }) : first else { return nil }
                entries[code] = operands
                operands = []
            } else {
                guard let operand = reader.operand(first) else { return nil }
                operands.append(operand)
            }
        }
        return entries
    }

    /// An operand that begins with `first`; real numbers are skipped and read as 0.
    private mutating func operand(_ first: Int) -> Int? {
        switch first {
        case 28: return number(size: 2).map { Int(Int16(truncatingIfNeeded: $0)) }
        case 29: return number(size: 4).map { Int(Int32(truncatingIfNeeded: $0)) }
        case 30:
            while let byte = byte() {
                if byte & 0xF == 0xF { return 0 }
            }
            return nil
        case 32...246: return first - 139
        case 247...250: return byte().map { (first - 247) * 256 + $0 + 108 }
        case 251...254: return byte().map { -(first - 251) * 256 - $0 - 108 }
        default: return nil
        }
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
