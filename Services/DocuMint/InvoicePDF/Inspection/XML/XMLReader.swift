internal import CExpat

/// Reads XML (namespaces included) with expat, within limits that hold for documents of strangers.
final class XMLReader {
    /// The deepest nesting; CII and UBL stay under 12.
    static let maximumDepth = 64
    static let maximumNodes = 300_000
    /// In bytes.
    static let maximumSize = 10 * 1_048_576

    /// Between namespace and name in what expat reports; no well-formed name has it.
    private static let separator: UInt8 = 0x0A

    private let parser: XML_Parser
    private var nodes: [XMLTree.Node] = []
    private var open: [Int] = []
    /// The text of each open element: bytes, since expat may cut between those of a character.
    private var texts: [[UInt8]] = []
    private var refusal: XMLFault?

    /// The document as a tree. Encodings: UTF-8, UTF-16, ISO 8859-1, US-ASCII.
    static func tree(of bytes: some Collection<UInt8>) throws(XMLFault) -> XMLTree {
        guard bytes.count <= maximumSize else { throw .tooLarge }
        guard let parser = XML_ParserCreateNS(nil, XML_Char(separator)) else { throw .tooComplex }
        let reader = XMLReader(parser)
        return try reader.read(Array(bytes))
    }

    private init(_ parser: XML_Parser) {
        self.parser = parser
        XML_SetElementHandler(
            parser,
            { reader, name, attributes in XMLReader.of(reader)?.start(name, attributes) },
            { reader, _ in XMLReader.of(reader)?.end() }
        )
        XML_SetCharacterDataHandler(parser) { reader, text, count in XMLReader.of(reader)?.append(text, count) }
        XML_SetStartDoctypeDeclHandler(parser) { reader, _, _, _, _ in XMLReader.of(reader)?.refuse(.documentType) }
    }

    deinit {
        XML_ParserFree(parser)
    }

    private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLReader? {
        pointer.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private func read(_ bytes: [UInt8]) throws(XMLFault) -> XMLTree {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        let status = bytes.withUnsafeBytes { buffer in
            XML_Parse(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 1)
        }
        if let refusal { throw refusal }
        guard status == XML_STATUS_OK, !nodes.isEmpty else {
            throw .notWellFormed(
                line: Int(XML_GetCurrentLineNumber(parser)),
                column: Int(XML_GetCurrentColumnNumber(parser)) + 1,
                reason: XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "no element"
            )
        }
        return XMLTree(nodes: nodes)
    }

    private func refuse(_ fault: XMLFault) {
        guard refusal == nil else { return }
        refusal = fault
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }

    private func start(_ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
        guard refusal == nil, let name else { return }
        guard open.count < Self.maximumDepth, nodes.count < Self.maximumNodes else { return refuse(.tooComplex) }
        let (namespace, local) = Self.split(name)
        let node = XMLTree.Node(namespace: namespace, name: local, attributes: Self.attributes(attributes), parent: open.last)
        if let parent = open.last { nodes[parent].children.append(nodes.count) }
        open.append(nodes.count)
        texts.append([])
        nodes.append(node)
    }

    private func end() {
        guard refusal == nil, let index = open.popLast(), let text = texts.popLast() else { return }
        nodes[index].text = String(decoding: text, as: UTF8.self)
    }

    private func append(_ text: UnsafePointer<XML_Char>?, _ count: Int32) {
        guard refusal == nil, let text, !texts.isEmpty else { return }
        texts[texts.count - 1] += UnsafeRawBufferPointer(start: text, count: Int(count))
    }

    private static func split(_ name: UnsafePointer<XML_Char>) -> (namespace: String, local: String) {
        let parts = String(cString: name).split(separator: "\n", maxSplits: 1)
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : ("", parts.first.map(String.init) ?? "")
    }

    private static func attributes(_ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) -> [String: String] {
        var attributes: [String: String] = [:]
        guard var list else { return attributes }
        while let name = list[0], let value = list[1] {
            let (namespace, local) = split(name)
            attributes[namespace.isEmpty ? local : "{\(namespace)}\(local)"] = String(cString: value)
            list += 2
        }
        return attributes
    }
}
