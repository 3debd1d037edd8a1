/// Whether PostgreSQL's `json` takes the bytes of a text: RFC 8259, but any name twice and any `\u` escape.
///
/// Builds no value: what it keeps are the kinds of the open brackets, of which there may be 1 000.
struct JSONCheck {
    /// PostgreSQL's own limit depends on its settings, and is more.
    private static let depthLimit = 1_000

    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    /// Of each open bracket, whether it is that of an object.
    private var open: [Bool] = []

    private init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// - Throws: ``ValueRefusal``
    static func check(_ bytes: UnsafeRawBufferPointer) throws(ValueRefusal) {
        try UTF8Check.check(bytes)
        var check = JSONCheck(bytes)
        repeat { try check.beginning() } while try check.goesOn()
    }

    /// What stands where a value is expected: a scalar, an empty array or object, or an opening bracket and, in an object, the first name.
    private mutating func beginning() throws(ValueRefusal) {
        while true {
            skipSpace()
            switch peek {
            case UInt8(ascii: "["):
                try descend(isObject: false)
                if peek == UInt8(ascii: "]") { return }
            case UInt8(ascii: "{"):
                try descend(isObject: true)
                if peek == UInt8(ascii: "}") { return }
                try name()
            case UInt8(ascii: "\""): return try string()
            case UInt8(ascii: "t"): return try word("true")
            case UInt8(ascii: "f"): return try word("false")
            case UInt8(ascii: "n"): return try word("null")
            default: return try number()
            }
        }
    }

    /// Past all brackets that end here, and past the comma after them.
    ///
    /// - Returns: whether another value follows.
    private mutating func goesOn() throws(ValueRefusal) -> Bool {
        while true {
            skipSpace()
            guard let isObject = open.last else {
                guard position == bytes.count else { throw fault }
                return false
            }
            if skip(UInt8(ascii: ",")) {
                if isObject { try name() }
                return true
            }
            guard skip(UInt8(ascii: isObject ? "}" : "]")) else { throw fault }
            open.removeLast()
        }
    }

    private mutating func descend(isObject: Bool) throws(ValueRefusal) {
        guard open.count < Self.depthLimit else {
            throw ValueRefusal(reason: "the JSON is nested more than \(Self.depthLimit) deep, which PostgreSQL may not take")
        }
        open.append(isObject)
        position += 1
        skipSpace()
    }

    private mutating func name() throws(ValueRefusal) {
        skipSpace()
        try string()
        skipSpace()
        guard skip(UInt8(ascii: ":")) else { throw fault }
    }

    private mutating func string() throws(ValueRefusal) {
        guard skip(UInt8(ascii: "\"")) else { throw fault }
        while let byte = peek, byte >= 0x20 {
            position += 1
            if byte == UInt8(ascii: "\"") { return }
            if byte == UInt8(ascii: "\\") { try escape() }
        }
        throw fault
    }

    private mutating func escape() throws(ValueRefusal) {
        guard let byte = peek, "\"\\/bfnrtu".utf8.contains(byte) else { throw fault }
        position += 1
        guard byte == UInt8(ascii: "u") else { return }
        for _ in 0..<4 {
            guard let digit = peek, "0123456789abcdefABCDEF".utf8.contains(digit) else { throw fault }
            position += 1
        }
    }

    private mutating func number() throws(ValueRefusal) {
        _ = skip(UInt8(ascii: "-"))
        if !skip(UInt8(ascii: "0")) { try digits() }
        if skip(UInt8(ascii: ".")) { try digits() }
        if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
            if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
            try digits()
        }
    }

    private mutating func digits() throws(ValueRefusal) {
        let start = position
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        guard position > start else { throw fault }
    }

    private mutating func word(_ word: StaticString) throws(ValueRefusal) {
        for index in 0..<word.utf8CodeUnitCount where !skip(word.utf8Start[index]) { throw fault }
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private var fault: ValueRefusal {
        ValueRefusal(reason: "the text is not JSON, at byte \(position); PostgreSQL takes nothing else")
    }
}
