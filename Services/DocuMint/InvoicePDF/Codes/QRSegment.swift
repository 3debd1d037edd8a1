/// The whole content of a QR code in one of its modes (ISO/IEC 18004 §7.4): the first that has all its characters.
struct QRSegment {
    private enum Mode: Int {
        /// Digits.
        case numeric = 0b0001
        /// Digits, capital letters and a few signs.
        case alphanumeric = 0b0010
        /// Any bytes.
        case byte = 0b0100
    }

    private let mode: Mode
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.allSatisfy({ Self.values[Int($0)] < 10 }) {
            mode = .numeric
        } else if bytes.allSatisfy({ Self.values[Int($0)] < 45 }) {
            mode = .alphanumeric
        } else {
            mode = .byte
        }
    }

    /// The bits that mode, length and content take.
    func bitCount(in version: Int) -> Int {
        let content =
            switch mode {
            case .numeric: bytes.count / 3 * 10 + [0, 4, 7][bytes.count % 3]
            case .alphanumeric: bytes.count / 2 * 11 + bytes.count % 2 * 6
            case .byte: bytes.count * 8
            }
        return 4 + lengthBits(in: version) + content
    }

    /// The content, ended and padded to `count` codewords (§7.4.10), which is enough for it.
    func codewords(in version: Int, count: Int) -> [UInt8] {
        var bits = QRBits(capacity: count)
        bits.append(mode.rawValue, count: 4)
        bits.append(bytes.count, count: lengthBits(in: version))
        appendContent(to: &bits)
        bits.append(0, count: min(4, 8 * count - bits.count))
        bits.append(0, count: -bits.count & 7)
        var padding = 0xEC
        while bits.count < 8 * count {
            bits.append(padding, count: 8)
            padding ^= 0xEC ^ 0x11
        }
        return bits.bytes
    }

    private func appendContent(to bits: inout QRBits) {
        switch mode {
        case .numeric: append(groupsOf: 3, base: 10, bits: [0, 4, 7, 10], to: &bits)
        case .alphanumeric: append(groupsOf: 2, base: 45, bits: [0, 6, 11], to: &bits)
        case .byte: for byte in bytes { bits.append(Int(byte), count: 8) }
        }
    }

    private func append(groupsOf size: Int, base: Int, bits counts: [Int], to bits: inout QRBits) {
        for start in stride(from: 0, to: bytes.count, by: size) {
            let group = bytes[start..<min(start + size, bytes.count)]
            bits.append(group.reduce(0) { $0 * base + Int(Self.values[Int($1)]) }, count: counts[group.count])
        }
    }

    /// Table 3.
    private func lengthBits(in version: Int) -> Int {
        let column = version < 10 ? 0 : version < 27 ? 1 : 2
        return switch mode {
        case .numeric: [10, 12, 14][column]
        case .alphanumeric: [9, 11, 13][column]
        case .byte: [8, 16, 16][column]
        }
    }

    /// The value of each byte as a character of the alphanumeric mode (table 5); 255 for the others.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, character) in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8.enumerated() {
            values[Int(character)] = UInt8(value)
        }
        return values
    }()
}

/// Bits, the highest of each number first.
private struct QRBits {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func append(_ value: Int, count length: Int) {
        var rest = length
        while rest > 0 {
            if count & 7 == 0 { bytes.append(0) }
            let free = 8 - count & 7
            let taken = min(rest, free)
            let bits = value >> (rest - taken) & (1 << taken - 1)
            bytes[bytes.count - 1] |= UInt8(truncatingIfNeeded: bits << (free - taken))
            count += taken
            rest -= taken
        }
    }
}
