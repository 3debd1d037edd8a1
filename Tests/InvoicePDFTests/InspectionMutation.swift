import Testing

@testable import InvoicePDF

/// One thing broken in a good file, and the rules that must notice: no others may.
struct InspectionMutation: Sendable, CustomTestStringConvertible {
    let name: String
    let rules: Set<String>
    let apply: @Sendable ([UInt8]) throws -> [UInt8]

    var testDescription: String { name }

    /// Changes objects.
    init(_ name: String, _ rules: String..., edit: @escaping @Sendable (inout InspectionPDFEditor) throws -> Void) {
        self.name = name
        self.rules = Set(rules)
        apply = { bytes in
            var editor = try InspectionPDFEditor(bytes)
            try edit(&editor)
            return editor.bytes
        }
    }

    /// Changes bytes.
    init(_ name: String, _ rules: String..., bytes apply: @escaping @Sendable ([UInt8]) throws -> [UInt8]) {
        self.name = name
        self.rules = Set(rules)
        self.apply = apply
    }
}

extension InspectionMutation {
    static let all = file + content + fonts + interaction + metadata + attachments + accessibility

    static let file = [
        InspectionMutation(
            "a wrong checksum",
            "PDF 7.4.4-1",
            bytes: { bytes in
                var bytes = bytes
                // Of a font program, which alone has this entry.
                let font = try #require(bytes.firstRange(of: "/Length1 ".utf8))
                let end = try #require(bytes[font.upperBound...].firstRange(of: "\nendstream".utf8))
                bytes[end.lowerBound - 1] ^= 1
                return bytes
            }
        ),
        InspectionMutation("a byte before the header", "PDF 7.5.2-1", "PDF/A 6.1.2-1", bytes: { [0x0A] + $0 }),
        InspectionMutation(
            "a wrong place of the table",
            "PDF 7.5.4-1",
            bytes: { bytes in
                bytes.replacing("startxref\n".utf8, with: "startxref\n9".utf8)
            }
        ),
        InspectionMutation("no end", "PDF 7.5.5-1", "PDF/A 6.1.3-3", bytes: { $0.dropLast(6) + [] }),
        InspectionMutation("version 2.0", "PDF/A 6.1.2-1", bytes: { Array("%PDF-2.0".utf8) + $0.dropFirst(8) }),
        InspectionMutation(
            "a comment of letters",
            "PDF/A 6.1.2-2",
            bytes: { bytes in
                var bytes = bytes
                bytes[11] = 0x61
                return bytes
            }
        ),
        InspectionMutation("bytes after the end", "PDF/A 6.1.3-3", bytes: { $0 + Array("more".utf8) }),
        InspectionMutation("no ID", "PDF/A 6.1.3-1") { $0.trailer["ID"] = nil },
        InspectionMutation("an odd hexadecimal string", "PDF/A 6.1.6-1") { $0.rawObjects = ["<123>"] },
        InspectionMutation("wrong lengths", "PDF/A 6.1.7.1-1") { $0.surplusLength = 5 },
        InspectionMutation("no end of a line after streams", "PDF/A 6.1.7.1-2") { $0.surplusLength = 1 },
        InspectionMutation("a stream elsewhere", "PDF/A 6.1.7.1-3") { $0.rawObjects = ["<< /F (x) /Length 1 >>\nstream\nx\nendstream"] },
        InspectionMutation("LZW", "PDF/A 6.1.7.2-1") { $0.rawObjects = ["<< /Filter /LZWDecode /Length 1 >>\nstream\nx\nendstream"] },
        InspectionMutation("a large number", "PDF/A 6.1.13-1") { $0.rawObjects = ["<< /A 2147483648 >>"] },
        InspectionMutation("no pages", "PDF 7.7.3-1") { $0.edit("Type", .name("Pages")) { $0["Kids"] = .array([]) } },
    ]

    static let content = [
        InspectionMutation("damaged content", "PDF 7.4.4-1", "PDF 7.8.2-1", "PDF/UA 7.1-12") { $0.damageContents() },
        InspectionMutation("a missing resource", "PDF 7.8.3-1") { try $0.draw(after: "/Missing gs") },
        InspectionMutation("deep states", "PDF/A 6.1.13-8") {
            try $0.draw(before: String(repeating: "q ", count: 29) + String(repeating: "Q ", count: 29))
        },
        InspectionMutation("an unknown operator", "PDF/A 6.2.2-1") { try $0.draw(after: "foo") },
        InspectionMutation("a profile with a wrong N", "PDF/A 6.2.3-1") { $0.edit("N", .integer(3)) { $0["N"] = .integer(4) } },
        InspectionMutation("two profiles", "PDF/A 6.2.3-2") { editor in
            var intent: [String: PDFValue] = [:]
            editor.edit("DestOutputProfile") { intent = $0 }
            intent["DestOutputProfile"] = editor.copy(of: intent["DestOutputProfile"]) { _ in }
            let second = PDFValue.dictionary(intent)
            editor.edit("Type", .name("Catalog")) { $0["OutputIntents"] = .array(($0["OutputIntents"]?.array ?? []) + [second]) }
        },
        InspectionMutation("a colour space with a wrong N", "PDF/A 6.2.4.2-1") { editor in
            var profile: PDFValue?
            editor.edit("DestOutputProfile") { profile = $0["DestOutputProfile"] }
            let copy = editor.copy(of: profile) { $0["N"] = .integer(1) }
            _ = editor.add(.dictionary(["ColorSpace": .array([.name("ICCBased"), copy])]))
        },
        InspectionMutation("no output intent", "PDF/A 6.2.4.3-1", "PDF/A 6.2.4.3-3") { $0.set(catalog: "OutputIntents", nil) },
        InspectionMutation("CMYK", "PDF/A 6.2.4.3-2") { try $0.draw(after: "0 0 0 1 k") },
        InspectionMutation("a transfer function", "PDF/A 6.2.5-1") {
            _ = $0.add(.dictionary(["ExtGState": .dictionary(["X": .dictionary(["TR": .name("Identity")])])]))
        },
        InspectionMutation("an interpolated image", "PDF/A 6.2.8-1") {
            _ = $0.add(.dictionary(["Subtype": .name("Image"), "Interpolate": .boolean(true)]))
        },
        InspectionMutation("an interpolated inline image", "PDF/A 6.2.8-1") {
            try $0.draw(after: "/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /G /I true ID x EI EMC")
        },
        InspectionMutation("a form of another file", "PDF/A 6.2.9-1") {
            _ = $0.add(.dictionary(["Subtype": .name("Form"), "Ref": .dictionary([:])]))
        },
        InspectionMutation("an unknown blend mode", "PDF/A 6.2.10-1") {
            _ = $0.add(.dictionary(["ExtGState": .dictionary(["X": .dictionary(["BM": .name("Dye")])])]))
        },
        InspectionMutation("transparency without a blending space", "PDF/A 6.2.4.3-1", "PDF/A 6.2.4.3-3", "PDF/A 6.2.10-2") { editor in
            editor.set(catalog: "OutputIntents", nil)
            editor.edit("Font") {
                if $0["Font"]?.entries?["Type"] == nil { $0["ExtGState"] = .dictionary(["X": .dictionary(["ca": .real(0.5)])]) }
            }
            try editor.draw(after: "/X gs")
        },
    ]

    static let fonts = [
        InspectionMutation("no character collection", "PDF/A 6.2.11.3.1-1") { $0.edit("CIDSystemInfo") { $0["CIDSystemInfo"] = nil } },
        InspectionMutation("no glyph map", "PDF/A 6.2.11.3.2-1") { $0.edit("CIDToGIDMap") { $0["CIDToGIDMap"] = nil } },
        InspectionMutation("an unknown encoding", "PDF/A 6.2.11.3.3-1") { $0.edit("Encoding") { $0["Encoding"] = .name("Mine") } },
        InspectionMutation("no font program", "PDF/A 6.2.11.4.1-1", "PDF/UA 7.21.4.1-1") { $0.edit("FontFile2") { $0["FontFile2"] = nil } },
        InspectionMutation("a glyph beyond the last", "PDF/A 6.2.11.4.1-2", "PDF/UA 7.21.7-1") {
            try $0.draw(after: "/Artifact BMC BT /F1 1 Tf <FFFF> Tj ET EMC")
        },
        InspectionMutation("wrong widths", "PDF/A 6.2.11.5-1", "PDF/UA 7.21.5-1") {
            $0.edit("W") { $0["W"] = .array([.integer(0), .integer(65_535), .integer(1)]) }
        },
        InspectionMutation("no way to Unicode", "PDF/UA 7.21.7-1") { $0.edit("ToUnicode") { $0["ToUnicode"] = nil } },
        InspectionMutation("no way to Unicode at level U", "PDF/A 6.2.11.7.2-1", "PDF/UA 7.21.7-1") {
            $0.edit("ToUnicode") { $0["ToUnicode"] = nil }
            try $0.replace(inMetadata: ">B<", ">U<")
        },
        InspectionMutation("the glyph .notdef", "PDF/A 6.2.11.8-1", "PDF/UA 7.21.7-1", "PDF/UA 7.21.8-1") {
            try $0.draw(after: "/Artifact BMC BT /F1 1 Tf <0000> Tj ET EMC")
        },
    ]

    static let interaction = [
        InspectionMutation("a film", "PDF/A 6.3.1-1", "PDF/A 6.3.3-1", "PDF/UA 7.18.1-1") {
            $0.edit("Subtype", .name("Link")) { $0["Subtype"] = .name("Movie") }
        },
        InspectionMutation("a link that is not printed", "PDF/A 6.3.2-1") { $0.edit("Subtype", .name("Link")) { $0["F"] = .integer(0) } },
        InspectionMutation("a stamp without appearance", "PDF/A 6.3.3-1", "PDF/UA 7.18.1-1") {
            $0.edit("Subtype", .name("Link")) { $0["Subtype"] = .name("Stamp") }
        },
        InspectionMutation("a form to be drawn by viewers", "PDF/A 6.4.1-1") {
            $0.set(catalog: "AcroForm", .dictionary(["NeedAppearances": .boolean(true)]))
        },
        InspectionMutation("a script", "PDF/A 6.5.1-1") { $0.set(catalog: "OpenAction", .dictionary(["S": .name("JavaScript")])) },
        InspectionMutation("a program to launch", "PDF/A 6.5.1-1") { $0.edit("S", .name("URI")) { $0["S"] = .name("Launch") } },
        InspectionMutation("actions that run by themselves", "PDF/A 6.5.2-1") { $0.set(catalog: "AA", .dictionary([:])) },
    ]

    static let metadata = [
        InspectionMutation("a length in the header", "PDF/A 6.6.2.1-1") {
            try $0.replace(inMetadata: "<?xpacket begin", "<?xpacket bytes=\"9\" begin")
        },
        InspectionMutation("a property that no schema describes", "PDF/A 6.6.2.3-1") {
            try $0.replace(inMetadata: ">DocumentType</pdfaProperty:name>", ">Other</pdfaProperty:name>")
        },
        InspectionMutation("a schema in part", "PDF/A 6.6.2.3-2") { try $0.replace(inMetadata: ">pdfuaid</", "></") },
        InspectionMutation("another title", "PDF/A 6.6.3-1") { $0.edit("Producer") { $0["Title"] = .string(Array("Other".utf8)) } },
        InspectionMutation("another day", "PDF/A 6.6.3-1") {
            $0.edit("Producer") { $0["CreationDate"] = .string(Array("D:20250131000001Z".utf8)) }
        },
        InspectionMutation("part 5", "PDF/A 6.6.4-1", "Factur-X 6.1-1") { try $0.replace(inMetadata: ">3<", ">5<") },
        InspectionMutation("level X", "PDF/A 6.6.4-2") { try $0.replace(inMetadata: ">B<", ">X<") },
        InspectionMutation("level A without tags", "PDF/A 6.7-1", "PDF/UA 6.2-1") {
            try $0.replace(inMetadata: ">B<", ">A<")
            $0.set(catalog: "MarkInfo", nil)
        },
    ]

    static let attachments = [
        InspectionMutation("no media type", "PDF/A 6.8-1", "Factur-X 6.2-4") {
            $0.edit("Type", .name("EmbeddedFile")) { $0["Subtype"] = nil }
        },
        InspectionMutation("no Unicode name", "PDF/A 6.8-2", "PDF/UA 7.11-1") { $0.edit("Type", .name("Filespec")) { $0["UF"] = nil } },
        InspectionMutation("no relationship", "PDF/A 6.8-3", "Factur-X 6.2-3") { $0.edit("AFRelationship") { $0["AFRelationship"] = nil } },
        InspectionMutation("no association", "PDF/A 6.8-4", "Factur-X 6.2-2") { $0.set(catalog: "AF", nil) },
        InspectionMutation("no day of change", "PDF/A 6.8-5") { $0.edit("Params") { $0["Params"] = nil } },
        InspectionMutation("part 2", "Factur-X 6.1-1") { try $0.replace(inMetadata: ">3<", ">2<") },
        InspectionMutation("another file name", "Factur-X 6.2-1") { try $0.replace(inMetadata: ">factur-x.xml<", ">invoice.xml<") },
        InspectionMutation("no name tree", "Factur-X 6.2-2") { $0.set(catalog: "Names", nil) },
        InspectionMutation("a supplement", "Factur-X 6.2-3") { $0.edit("AFRelationship") { $0["AFRelationship"] = .name("Supplement") } },
        InspectionMutation("plain text", "Factur-X 6.2-4") {
            $0.edit("Type", .name("EmbeddedFile")) { $0["Subtype"] = .name("text/plain") }
        },
        InspectionMutation("no level", "Factur-X 6.3-1", "Factur-X 6.3-4") { try $0.replace(inMetadata: ">EN 16931</fx", "></fx") },
        InspectionMutation("an order", "Factur-X 6.3-2") { try $0.replace(inMetadata: ">INVOICE<", ">ORDER<") },
        InspectionMutation("version 9", "Factur-X 6.3-3") { try $0.replace(inMetadata: ">1.0<", ">9<") },
        InspectionMutation("an unknown level", "Factur-X 6.3-4") { try $0.replace(inMetadata: ">EN 16931</fx", ">GOLD</fx") },
        InspectionMutation("another level", "Factur-X 6.3-5") { try $0.replace(inMetadata: ">EN 16931</fx", ">BASIC</fx") },
    ]

    static let accessibility = [
        InspectionMutation("part 2 of PDF/UA", "PDF/UA 5-1") { try $0.replace(inMetadata: "<pdfuaid:part>1<", "<pdfuaid:part>2<") },
        InspectionMutation("not marked", "PDF/UA 6.2-1") { $0.set(catalog: "MarkInfo", nil) },
        InspectionMutation("tags in an artifact", "PDF/UA 7.1-1") { try $0.draw(before: "/Artifact BMC /P <</MCID 0>> BDC EMC EMC") },
        InspectionMutation("unmarked content", "PDF/UA 7.1-3") { try $0.draw(after: "0 0 9 9 re f") },
        InspectionMutation("suspect tags", "PDF/UA 7.1-4") { $0.edit("Marked") { $0["Suspects"] = .boolean(true) } },
        InspectionMutation("an unknown type", "PDF/UA 7.1-5") { $0.set(element: "P", "S", .name("Prose")) },
        InspectionMutation("no title", "PDF/UA 7.1-9", "PDF/A 6.6.3-1") { try $0.replace(inMetadata: "dc:title", "dc:subject") },
        InspectionMutation("the file name as title", "PDF/UA 7.1-10") { $0.set(catalog: "ViewerPreferences", nil) },
        InspectionMutation("no structure", "PDF/UA 7.1-11", "PDF/UA 7.1-12", "PDF/UA 7.18.1-1") { $0.set(catalog: "StructTreeRoot", nil) },
        InspectionMutation("a mark that is not in the structure", "PDF/UA 7.1-12") { try $0.draw(after: "/P <</MCID 9999>> BDC EMC") },
        InspectionMutation("no language", "PDF/UA 7.2-1") { $0.set(catalog: "Lang", nil) },
        InspectionMutation("rows outside of tables", "PDF/UA 7.2-2") { $0.set(element: "TBody", "S", .name("Div")) },
        InspectionMutation("an uneven table", "PDF/UA 7.2-3") {
            $0.set(element: "TD", "A", .dictionary(["O": .name("Table"), "ColSpan": .integer(2)]))
        },
        InspectionMutation("a figure without a text", "PDF/UA 7.3-1") { $0.set(element: "P", "S", .name("Figure")) },
        InspectionMutation("a skipped heading", "PDF/UA 7.4.2-1") { $0.set(element: "H1", "S", .name("P")) },
        InspectionMutation("a header cell without scope", "PDF/UA 7.5-1") { $0.set(element: "TH", "A", nil) },
        InspectionMutation("a link outside of the structure", "PDF/UA 7.18.1-1") { $0.set(element: "Link", "S", .name("Span")) },
        InspectionMutation("no order of tabs", "PDF/UA 7.18.3-1") { $0.edit("Tabs") { $0["Tabs"] = nil } },
        InspectionMutation("a link without a text", "PDF/UA 7.18.5-2") { $0.edit("Subtype", .name("Link")) { $0["Contents"] = nil } },
    ]
}
