/// A number for comparing, exact: 2⁵³ + 1 is above 2⁵³ although both round to one double.
struct Number: Comparable {
    private let scalar: Scalar

    /// What is no number compares as 0; callers ask ``Scalar/isNumber`` first.
    init(_ scalar: Scalar) {
        self.scalar = scalar
    }

    static func == (left: Number, right: Number) -> Bool { left.scalar == right.scalar }

    static func < (left: Number, right: Number) -> Bool {
        switch (left.scalar, right.scalar) {
        case (.integer(let left), .integer(let right)): left < right
        case (.float(let left), .float(let right)): left < right
        case (.integer(let left), .float(let right)): isBelow(left, right)
        case (.float(let left), .integer(let right)): isBelow(left, right)
        default: false
        }
    }

    private static func isBelow(_ left: Int64, _ right: Double) -> Bool {
        // Every double from 2⁶³ on is above all integers; below, rounding up changes nothing about which integers are less.
        if right >= 0x1p63 { return true }
        guard right > -0x1p63 else { return false }
        return left < Int64(right.rounded(.up))
    }

    private static func isBelow(_ left: Double, _ right: Int64) -> Bool {
        if left < -0x1p63 { return true }
        guard left < 0x1p63 else { return false }
        return Int64(left.rounded(.down)) < right
    }
}

extension Scalar {
    /// Whether it is an integer or a float, and not NaN.
    var isNumber: Bool {
        switch self {
        case .integer: true
        case .float(let number): !number.isNaN
        case .boolean, .string: false
        }
    }

    /// The same without regard to case.
    var foldingCase: Scalar {
        if case .string(let text) = self { .string(CaseFolding.fold(text)) } else { self }
    }
}
