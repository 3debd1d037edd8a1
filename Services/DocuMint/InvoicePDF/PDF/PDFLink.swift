/// An area of a page that leads elsewhere (ISO 32000-1 §12.5.6.5).
struct PDFLink {
    let element: ElementID
    /// `y` is its lower edge, measured from the foot of the page.
    let area: Mark.Box
    /// As ``target(_:)`` gives it.
    let target: String

    /// A URI in ASCII, which is all that PDF allows (§12.6.4.7): other characters are percent-encoded as RFC 3987 §3.1 says.
    ///
    /// - Returns: `nil` for one that is longer than any program follows.
    static func target(_ uri: String) -> String? {
        guard uri.utf8.count <= 2_048 else { return nil }
        var ascii: [UInt8] = []
        for byte in uri.utf8 {
            if (0x21...0x7E).contains(byte), !"\"<>\\^`{|}".utf8.contains(byte) {
                ascii.append(byte)
            } else {
                ascii.append(UInt8(ascii: "%"))
                for digit in [byte >> 4, byte & 0xF] {
                    ascii.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
                }
            }
        }
        return String(decoding: ascii, as: UTF8.self)
    }

    /// Writes the annotation. It is printed (`/F 4`), as PDF/A wants of all (ISO 19005-3 §6.3.2), and described, as PDF/UA wants
    /// (ISO 14289-1 §7.18.5).
    ///
    /// - Parameters:
    ///   - description: `nil` describes it by its target.
    ///   - key: of the annotation in the parent tree.
    func write(to writer: inout PDFWriter, page: PDFReference, description: String?, key: Int) -> PDFReference {
        let reference = writer.reserve()
        writer.write(as: reference) { bytes in
            bytes.append("<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [")
            bytes.append(reals: area.x, area.y, area.x + area.width, area.y + area.height)
            bytes.append("] /P ")
            bytes.append(page)
            bytes.append(" /StructParent ")
            bytes.append(integer: key)
            bytes.append(" /Contents ")
            bytes.append(text: (description ?? target).unicodeScalars)
            bytes.append(" /A << /S /URI /URI ")
            bytes.append(literal: target)
            bytes.append(" >> >>")
        }
        return reference
    }
}
