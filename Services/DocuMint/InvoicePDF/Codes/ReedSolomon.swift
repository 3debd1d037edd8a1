/// The error correction of QR codes: remainders of polynomials over GF(2⁸) with the modulus 0x11D (ISO/IEC 18004 §7.5.2).
struct ReedSolomon {
    /// The logarithms of the coefficients of (x − α⁰)(x − α¹)…, highest power first, without the first, which is 1.
    private let generator: [Int]

    /// - Parameter degree: how many codewords correct errors.
    init(degree: Int) {
        var coefficients = [UInt8](repeating: 0, count: degree)
        coefficients[degree - 1] = 1
        for root in 0..<degree {
            for index in 0..<degree {
                let next = index + 1 < degree ? coefficients[index + 1] : 0
                coefficients[index] = Self.multiply(coefficients[index], Self.powers[root]) ^ next
            }
        }
        generator = coefficients.map { Self.logarithms[Int($0)] }
    }

    /// The codewords that correct errors in `data`.
    func remainder(of data: ArraySlice<UInt8>) -> [UInt8] {
        let (powers, logarithms) = (Self.powers, Self.logarithms)
        // One more, so that each has a next one.
        var remainder = [UInt8](repeating: 0, count: generator.count + 1)
        for codeword in data {
            let factor = codeword ^ remainder[0]
            let logarithm = logarithms[Int(factor)]
            for index in generator.indices {
                remainder[index] = remainder[index + 1] ^ (factor == 0 ? 0 : powers[logarithm + generator[index]])
            }
        }
        return Array(remainder.dropLast())
    }

    private static func multiply(_ left: UInt8, _ right: UInt8) -> UInt8 {
        guard left != 0, right != 0 else { return 0 }
        return powers[logarithms[Int(left)] + logarithms[Int(right)]]
    }

    /// α⁰ … α⁵⁰⁹: two periods, so that sums of two logarithms need no division.
    private static let powers: [UInt8] = {
        var powers: [UInt8] = []
        var power = 1
        for _ in 0..<510 {
            powers.append(UInt8(power))
            power <<= 1
            if power > 255 { power ^= 0x11D }
        }
        return powers
    }()

    /// The logarithm of each number but zero, whose entry is never used.
    private static let logarithms: [Int] = {
        var logarithms = [Int](repeating: 0, count: 256)
        for exponent in 0..<255 { logarithms[Int(powers[exponent])] = exponent }
        return logarithms
    }()
}
