/// The two random numbers that all frames of a WAL carry, until it begins anew.
struct WALSalts: Sendable, Equatable {
    var first: UInt32
    var second: UInt32

    static let none = WALSalts(first: 0, second: 0)
}

/// A place in a WAL, and proof of everything before it: SQLite's checksums are over all that comes before.
struct WALMark: Sendable, Equatable {
    var salts: WALSalts
    /// How many frames are before it.
    var frame: Int
    var checksum: WALChecksum

    /// Before anything is in a WAL.
    static let none = WALMark(salts: .none, frame: 0, checksum: WALChecksum())
}

/// The running checksum of a WAL. Source: <https://www.sqlite.org/fileformat2.html#checksum_algorithm>
struct WALChecksum: Sendable, Equatable {
    var first: UInt32 = 0
    var second: UInt32 = 0

    /// - Parameters:
    ///   - bytes: a multiple of eight.
    ///   - isBigEndian: how the words of this WAL are read.
    mutating func add(_ bytes: UnsafeRawBufferPointer, isBigEndian: Bool) {
        var (a, b) = (first, second)
        var offset = 0
        if isBigEndian {
            while offset < bytes.count {
                a = a &+ UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) &+ b
                b = b &+ UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)) &+ a
                offset += 8
            }
        } else {
            while offset < bytes.count {
                a = a &+ UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) &+ b
                b = b &+ UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)) &+ a
                offset += 8
            }
        }
        (first, second) = (a, b)
    }
}
