/// A row or column of modules, the first in the lowest bit; dark is 1.
struct QRLine: Equatable {
    private var low: UInt128 = 0
    private var high: UInt128 = 0

    init() {}

    /// The first `count` modules dark, 0 … 255.
    init(darkPrefix count: Int) {
        low = count >= 128 ? .max : 1 << UInt128(count) - 1
        high = count <= 128 ? 0 : 1 << UInt128(count - 128) - 1
    }

    subscript(index: Int) -> Bool {
        get { (index < 128 ? low >> UInt128(index) : high >> UInt128(index - 128)) & 1 == 1 }
        set {
            let bit: UInt128 = 1 << UInt128(index & 127)
            if index < 128 {
                low = newValue ? low | bit : low & ~bit
            } else {
                high = newValue ? high | bit : high & ~bit
            }
        }
    }

    /// How many modules are dark.
    var darkCount: Int { low.nonzeroBitCount + high.nonzeroBitCount }

    static prefix func ~ (line: QRLine) -> QRLine { QRLine(low: ~line.low, high: ~line.high) }
    static func & (left: QRLine, right: QRLine) -> QRLine { QRLine(low: left.low & right.low, high: left.high & right.high) }
    static func | (left: QRLine, right: QRLine) -> QRLine { QRLine(low: left.low | right.low, high: left.high | right.high) }
    static func ^ (left: QRLine, right: QRLine) -> QRLine { QRLine(low: left.low ^ right.low, high: left.high ^ right.high) }

    /// Each module has the value of the one `distance` further, 1 … 127; light comes after the end.
    static func >> (line: QRLine, distance: Int) -> QRLine {
        QRLine(low: line.low &>> UInt128(distance) | line.high &<< UInt128(128 - distance), high: line.high &>> UInt128(distance))
    }

    /// Each module has the value of the one `distance` before, 1 … 127.
    static func << (line: QRLine, distance: Int) -> QRLine {
        QRLine(low: line.low &<< UInt128(distance), high: line.high &<< UInt128(distance) | line.low &>> UInt128(128 - distance))
    }

    private init(low: UInt128, high: UInt128) {
        self.low = low
        self.high = high
    }
}
