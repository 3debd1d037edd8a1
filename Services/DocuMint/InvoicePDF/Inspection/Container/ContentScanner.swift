/// Follows the operators of all pages and of the forms that they draw, each form once.
struct ContentScanner {
    private let file: PDFFile
    /// Fonts that are used, by object number; those that are no objects of their own have negative keys.
    private(set) var fonts: [Int: [String: PDFValue]] = [:]
    /// What was found in forms, by object number.
    private(set) var forms: [Int: ContentScan] = [:]
    /// Streams that cannot be unpacked.
    private(set) var unreadable: Set<Int> = []
    /// How many bytes of content may still be looked at.
    private var budget = 32 << 20
    private var openForms: Set<Int> = []

    private static let maximumFormDepth = 16
    private static let maximumUnreadable = 16
    /// The largest content of a page or form, in bytes.
    private static let maximumSize = 16 << 20

    init(_ file: PDFFile) {
        self.file = file
    }

    mutating func scan(page: InspectedPage) throws(InspectionError) -> ContentScan {
        var content: [UInt8] = []
        let contents = page.entries["Contents"]
        let parts = file.resolved(contents).array ?? [contents ?? .null]
        budget -= parts.count * 16
        for part in parts {
            guard let stream = file.resolved(part).stream else { continue }
            content += try data(of: stream, number: part.reference ?? page.number)
            content.append(0x0A)
        }
        return try scan(content, resources: page.resources)
    }

    private mutating func data(of stream: PDFStream, number: Int) throws(InspectionError) -> [UInt8] {
        // To find out that a stream unpacks to too much takes as much time as to read it.
        guard unreadable.count < Self.maximumUnreadable, !unreadable.contains(number),
            let data = file.data(of: stream, limit: min(budget, Self.maximumSize))
        else {
            unreadable.insert(number)
            return []
        }
        budget -= data.count
        guard budget > 0 else { throw .tooComplex }
        return data
    }

    private mutating func scan(_ content: [UInt8], resources: [String: PDFValue]) throws(InspectionError) -> ContentScan {
        var interpreter = ContentInterpreter(file: file, resources: resources)
        var parser = PDFParser(lexer: PDFLexer(content))
        while true {
            let (operands, keyword) = try parser.values()
            guard let keyword else { break }
            if keyword == "BI" {
                try skipInlineImage(&parser, &interpreter)
            } else if keyword == "Do" {
                try draw(operands.last?.name ?? "", resources: resources, &interpreter)
            } else {
                interpreter.interpret(keyword, operands)
            }
        }
        for (key, font) in interpreter.fonts { fonts[key] = font }
        return interpreter.scan
    }

    private mutating func draw(_ name: String, resources: [String: PDFValue], _ interpreter: inout ContentInterpreter)
        throws(InspectionError)
    {
        let value = file.entries(resources["XObject"])[name]
        guard let stream = file.resolved(value).stream else {
            interpreter.scan.missingResources.insert(name)
            return
        }
        if stream.entries["SMask"] != nil || stream.entries["Group"] != nil { interpreter.scan.isTransparent = true }
        guard file.resolved(stream.entries["Subtype"]).name == "Form", let number = value?.reference else {
            interpreter.paint("Do")
            return
        }
        if forms[number] == nil, !openForms.contains(number), openForms.count < Self.maximumFormDepth {
            openForms.insert(number)
            let own = file.entries(stream.entries["Resources"])
            forms[number] = try scan(try data(of: stream, number: number), resources: own.isEmpty ? resources : own)
            openForms.remove(number)
        }
        guard let form = forms[number] else { return }
        if !form.unmarkedOperators.isEmpty { interpreter.paint("Do") }
        if form.isTransparent { interpreter.scan.isTransparent = true }
        interpreter.scan.deviceSpaces.formUnion(form.deviceSpaces)
    }

    /// The data of an inline image ends with `EI` between white space (§8.9.7).
    private mutating func skipInlineImage(_ parser: inout PDFParser, _ interpreter: inout ContentInterpreter) throws(InspectionError) {
        let (values, _) = try parser.values()
        let bytes = parser.lexer.bytes
        var place = parser.lexer.position
        while place + 2 < bytes.count {
            if bytes[place].isPDFSpace, bytes[place + 1] == UInt8(ascii: "E"), bytes[place + 2] == UInt8(ascii: "I"),
                place + 3 == bytes.count || !bytes[place + 3].isPDFRegular
            {
                break
            }
            place += 1
        }
        parser.lexer.move(to: place + 3)
        interpreter.paint("BI")
        interpreter.inspectInlineImage(values)
    }
}
