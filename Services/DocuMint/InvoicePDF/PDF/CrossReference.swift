/// Where an object is (ISO 32000-1 §7.5.8.3).
enum CrossReference {
    /// Reserved and not written yet.
    case free
    /// In the file at this offset.
    case offset(Int)
    /// In the object stream with this number, at this place.
    case packed(stream: Int, index: Int)

    /// The widths in bytes of the three fields of an entry.
    static let widths = "[1 4 2]"

    /// Appends the entry of a cross-reference stream.
    func write(to bytes: inout [UInt8]) {
        let (kind, second, third): (UInt8, Int, Int) =
            switch self {
            case .free: (0, 0, 0)
            case .offset(let offset): (1, offset, 0)
            case .packed(let stream, let index): (2, stream, index)
            }
        bytes.append(kind)
        for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: second >> shift)) }
        for shift in [8, 0] { bytes.append(UInt8(truncatingIfNeeded: third >> shift)) }
    }
}
