import TestKit

/// Damages files in ways that parsers meet: bits flipped, pieces cut, repeated, moved in from other files, and numbers changed.
///
/// The same seed gives the same damage, so a crash can be made again.
struct ByteMutator: RandomNumberGenerator {
    private var lot: SplitMix64

    init(seed: UInt64) {
        lot = SplitMix64(seed: seed)
    }

    mutating func next() -> UInt64 { lot.next() }

    /// A damaged copy of a file.
    ///
    /// - Parameter others: files that pieces are taken from.
    mutating func mutated(_ file: [UInt8], with others: [[UInt8]]) -> [UInt8] {
        var bytes = file
        for _ in 0..<Int.random(in: 1...8, using: &self) where !bytes.isEmpty {
            switch Int.random(in: 0..<8, using: &self) {
            case 0, 1: flip(&bytes)
            case 2: bytes.removeSubrange(piece(of: bytes, atMost: 200))
            case 3: bytes.removeLast(Int.random(in: 0...min(bytes.count, 2_000), using: &self))
            case 4: bytes.insert(contentsOf: bytes[piece(of: bytes, atMost: 500)], at: place(in: bytes))
            case 5: splice(&bytes, from: others)
            default: changeNumber(&bytes)
            }
        }
        return bytes
    }

    private mutating func place(in bytes: [UInt8]) -> Int { Int.random(in: 0..<bytes.count, using: &self) }

    private mutating func piece(of bytes: [UInt8], atMost length: Int) -> Range<Int> {
        guard !bytes.isEmpty else { return 0..<0 }
        let start = place(in: bytes)
        return start..<min(bytes.count, start + Int.random(in: 1...length, using: &self))
    }

    private mutating func flip(_ bytes: inout [UInt8]) {
        for _ in 0..<Int.random(in: 1...4, using: &self) { bytes[place(in: bytes)] ^= 1 << UInt8.random(in: 0..<8, using: &self) }
    }

    private mutating func splice(_ bytes: inout [UInt8], from others: [[UInt8]]) {
        guard let other = others.randomElement(using: &self), !other.isEmpty else { return }
        bytes.replaceSubrange(piece(of: bytes, atMost: 300), with: other[piece(of: other, atMost: 300)])
    }

    private mutating func changeNumber(_ bytes: inout [UInt8]) {
        let start = place(in: bytes)
        let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
        guard let first = bytes[start...].firstIndex(where: isDigit) else { return }
        let end = bytes[first...].firstIndex { !isDigit($0) } ?? bytes.count
        let numbers = [
            "0", "1", "-1", "2", "7", "255", "65535", "65536", "2147483648", "9223372036854775807", "18446744073709551616", "1e999",
            "0.0001",
        ]
        let number = Bool.random(using: &self) ? numbers.randomElement(using: &self) : String(Int.random(in: 0...100, using: &self))
        bytes.replaceSubrange(first..<end, with: (number ?? "0").utf8)
    }
}
