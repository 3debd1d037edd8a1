/// How the bytes of a row were made smaller before they were compressed (PNG §9.2).
enum PNGFilter: UInt8 {
    case none
    case sub
    case up
    case average
    case paeth

    /// Turns differences into values. The first byte of both rows is their filter, and stays.
    func undo(in row: inout [UInt8], after previous: [UInt8], bytesPerPixel: Int) {
        switch self {
        case .none: break
        case .sub: for index in row.indices.dropFirst(1 + bytesPerPixel) { row[index] &+= row[index - bytesPerPixel] }
        case .up: for index in row.indices.dropFirst() { row[index] &+= previous[index] }
        case .average:
            for index in row.indices.dropFirst() {
                let left = index > bytesPerPixel ? Int(row[index - bytesPerPixel]) : 0
                row[index] &+= UInt8((left + Int(previous[index])) / 2)
            }
        case .paeth:
            for index in row.indices.dropFirst() {
                let hasLeft = index > bytesPerPixel
                let left = hasLeft ? row[index - bytesPerPixel] : 0
                row[index] &+= Self.paeth(left, previous[index], hasLeft ? previous[index - bytesPerPixel] : 0)
            }
        }
    }

    /// That of the three neighbours which is nearest to left + above − upper left; of equals, the first (§9.4).
    private static func paeth(_ left: UInt8, _ above: UInt8, _ upperLeft: UInt8) -> UInt8 {
        let distanceToLeft = abs(Int(above) - Int(upperLeft))
        let distanceToAbove = abs(Int(left) - Int(upperLeft))
        let distanceToUpperLeft = abs(Int(left) + Int(above) - 2 * Int(upperLeft))
        if distanceToLeft <= distanceToAbove, distanceToLeft <= distanceToUpperLeft { return left }
        return distanceToAbove <= distanceToUpperLeft ? above : upperLeft
    }
}
