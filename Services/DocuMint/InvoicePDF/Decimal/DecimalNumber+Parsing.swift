extension DecimalNumber {
    /// Reads a number as JSON writes it (RFC 8259 §6): `-12.50`, `1e3`, `0.08`. Leading zeros are accepted as well.
    ///
    /// - Throws: ``DecimalError/malformed`` for any other text; ``DecimalError/outOfRange`` when the value does not fit.
    public init(parsing text: String) throws(DecimalError) {
        try self.init(parsing: text.utf8)
    }

    /// Reads a number from the UTF-8 bytes of its text, for parsers that hold bytes.
    ///
    /// - Throws: ``DecimalError/malformed`` for any other text; ``DecimalError/outOfRange`` when the value does not fit.
    public init(parsing bytes: some Sequence<UInt8>) throws(DecimalError) {
        var reader = DecimalReader(bytes)
        self = try reader.number()
    }
}

/// Reads one number from bytes in a single pass, whatever its length.
private struct DecimalReader<Bytes: IteratorProtocol> where Bytes.Element == UInt8 {
    private var bytes: Bytes
    private var next: UInt8?
    private var magnitude: Int128 = 0
    /// Zeros seen since the last other digit; multiplied in only when another digit follows.
    private var pendingZeros = 0
    private var fractionDigits = 0

    init<Source: Sequence>(_ source: Source) where Source.Iterator == Bytes {
        bytes = source.makeIterator()
        next = bytes.next()
    }

    mutating func number() throws(DecimalError) -> DecimalNumber {
        let isNegative = accept("-")
        try digits()
        if accept(".") {
            fractionDigits = try digits()
        }
        let exponent = accept("e") || accept("E") ? try self.exponent() : 0
        guard next == nil else { throw .malformed }
        guard magnitude != 0 else { return .zero }
        return try value(shift: pendingZeros + exponent - fractionDigits, isNegative: isNegative)
    }

    private func value(shift: Int, isNegative: Bool) throws(DecimalError) -> DecimalNumber {
        guard abs(shift) <= DecimalNumber.maximumScale else { throw .outOfRange }
        let (mantissa, overflow) = magnitude.multipliedReportingOverflow(by: DecimalNumber.powersOfTen[max(shift, 0)])
        guard !overflow else { throw .outOfRange }
        return try DecimalNumber(mantissa: isNegative ? -mantissa : mantissa, scale: max(-shift, 0))
    }

    @discardableResult
    private mutating func digits() throws(DecimalError) -> Int {
        var count = 0
        while let digit = acceptDigit() {
            try append(digit)
            count += 1
        }
        guard count > 0 else { throw .malformed }
        return count
    }

    private mutating func append(_ digit: UInt8) throws(DecimalError) {
        guard digit != 0 else {
            pendingZeros += magnitude == 0 ? 0 : 1
            return
        }
        guard pendingZeros < DecimalNumber.maximumScale else { throw .outOfRange }
        let (shifted, overflow) = magnitude.multipliedReportingOverflow(by: DecimalNumber.powersOfTen[pendingZeros + 1])
        let (sum, carry) = shifted.addingReportingOverflow(Int128(digit))
        guard !overflow, !carry else { throw .outOfRange }
        magnitude = sum
        pendingZeros = 0
    }

    /// The exponent, held at a value far out of range so that a long one cannot overflow.
    private mutating func exponent() throws(DecimalError) -> Int {
        let isNegative = accept("-")
        if !isNegative { accept("+") }
        var exponent = 0
        var count = 0
        while let digit = acceptDigit() {
            exponent = min(exponent * 10 + Int(digit), 1_000_000_000)
            count += 1
        }
        guard count > 0 else { throw .malformed }
        return isNegative ? -exponent : exponent
    }

    private mutating func acceptDigit() -> UInt8? {
        guard let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        next = bytes.next()
        return byte - UInt8(ascii: "0")
    }

    @discardableResult
    private mutating func accept(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        next = bytes.next()
        return true
    }
}
