/// Appends XML 1.0 in UTF-8 to bytes. Elements without content are not written.
struct XMLWriter {
    /// What is written so far.
    private(set) var bytes: [UInt8]

    /// A writer with the XML declaration in it.
    init(capacity: Int) {
        bytes = []
        bytes.reserveCapacity(capacity)
        append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }

    /// An element with what `content` writes; nothing when that is nothing.
    mutating func element(_ name: StaticString, attributes: StaticString = "", _ content: (inout XMLWriter) -> Void) {
        let start = bytes.count
        open(name, attributes: attributes)
        let empty = bytes.count
        content(&self)
        if bytes.count == empty {
            bytes.removeLast(empty - start)
        } else {
            close(name)
        }
    }

    /// An element that stands even when it is empty.
    mutating func requiredElement(_ name: StaticString, _ content: (inout XMLWriter) -> Void) {
        open(name)
        content(&self)
        close(name)
    }

    /// An element with a text, unless that is empty.
    mutating func text(_ name: StaticString, _ text: String, attribute: StaticString = "", value: String = "") {
        if text.isEmpty { return }
        open(name, attribute: attribute, value: value)
        append(escaping: text)
        close(name)
    }

    /// An element with a number, padded to a number of digits after the point; nothing for `nil`.
    mutating func number(
        _ name: StaticString,
        _ number: DecimalNumber?,
        fractionDigits: Int = 0,
        attribute: StaticString = "",
        value: String = ""
    ) {
        guard let number else { return }
        open(name, attribute: attribute, value: value)
        append(number, fractionDigits: fractionDigits)
        close(name)
    }

    /// An element with a day as `20250131` (format 102 of UNTDID 2379) in an element `string`; nothing for `nil`.
    mutating func date(_ name: StaticString, _ date: InvoiceDate?, string: StaticString = "udt:DateTimeString") {
        guard let date else { return }
        element(name) { xml in
            xml.element(string, attributes: " format=\"102\"") { xml in
                xml.append(digits: UInt64(date.year), minimum: 4)
                xml.append(digits: UInt64(date.month), minimum: 2)
                xml.append(digits: UInt64(date.day), minimum: 2)
            }
        }
    }

    private mutating func open(_ name: StaticString, attributes: StaticString = "") {
        bytes.append(UInt8(ascii: "<"))
        append(name)
        append(attributes)
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func open(_ name: StaticString, attribute: StaticString, value: String) {
        bytes.append(UInt8(ascii: "<"))
        append(name)
        if !value.isEmpty {
            bytes.append(UInt8(ascii: " "))
            append(attribute)
            append("=\"")
            append(escaping: value)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func close(_ name: StaticString) {
        append("</")
        append(name)
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
}

extension XMLWriter {
    /// Characters that XML cannot have are left out: other control characters, U+FFFE and U+FFFF.
    private mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices {
                guard let (length, replacement) = Self.replacement(in: utf8, at: index) else { continue }
                bytes.append(contentsOf: utf8[start..<index])
                append(replacement)
                start = index + length
            }
            bytes.append(contentsOf: utf8[start...])
        }
    }

    /// What stands for the character that begins at `index`, and how many bytes that one has; `nil` for all that stand for themselves.
    private static func replacement(in utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> (length: Int, text: StaticString)? {
        switch utf8[index] {
        case UInt8(ascii: "&"): (1, "&amp;")
        case UInt8(ascii: "<"): (1, "&lt;")
        case UInt8(ascii: ">"): (1, "&gt;")
        case UInt8(ascii: "\""): (1, "&quot;")
        case 0x0D: (1, "&#13;")
        case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F: (1, "")
        // A Swift string is valid UTF-8: two more bytes follow.
        case 0xEF where utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE: (3, "")
        default: nil
        }
    }

    private mutating func append(_ number: DecimalNumber, fractionDigits: Int) {
        guard let magnitude = UInt64(exactly: number.mantissa.magnitude), number.scale < 19 else {
            let text = number.text(minimumFractionDigits: fractionDigits)
            bytes.append(contentsOf: text.utf8)
            return
        }
        if number.isNegative { bytes.append(UInt8(ascii: "-")) }
        let divisor = UInt64(DecimalNumber.powersOfTen[number.scale])
        append(digits: magnitude / divisor, minimum: 1)
        guard max(number.scale, fractionDigits) > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        if number.scale > 0 { append(digits: magnitude % divisor, minimum: number.scale) }
        for _ in 0..<max(0, fractionDigits - number.scale) { bytes.append(UInt8(ascii: "0")) }
    }

    private mutating func append(digits: UInt64, minimum: Int) {
        let start = bytes.count
        var rest = digits
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        while bytes.count - start < minimum { bytes.append(UInt8(ascii: "0")) }
        bytes[start...].reverse()
    }
}
