/// The metadata of a document (ISO 16684-1), as far as rules ask for it.
struct XMPPacket {
    /// A property by its namespace and name.
    struct Key: Hashable {
        let namespace: String
        let name: String
    }

    static let dublinCore = "http://purl.org/dc/elements/1.1/"
    static let basic = "http://ns.adobe.com/xap/1.0/"
    static let pdf = "http://ns.adobe.com/pdf/1.3/"
    static let pdfa = "http://www.aiim.org/pdfa/ns/id/"
    static let pdfua = "http://www.aiim.org/pdfua/ns/id/"
    private static let facturX = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"
    private static let zugferd2 = "urn:zugferd:pdfa:CrossIndustryDocument:invoice:2p0#"
    private static let zugferd1 = "urn:ferd:pdfa:CrossIndustryDocument:invoice:1p0#"

    private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    private static let xml = "http://www.w3.org/XML/1998/namespace"
    private static let extensions = "http://www.aiim.org/pdfa/ns/extension/"

    /// Simple values, and the items of arrays; alternatives begin with the default one.
    private(set) var properties: [Key: [String]] = [:]
    /// The names of the properties that the extension schemas (ISO 19005-3 §6.6.2.3) describe, by namespace.
    private(set) var described: [String: Set<String>] = [:]
    /// What is missing in the description of an extension schema.
    private(set) var gaps: [String] = []

    init(_ bytes: [UInt8]) throws(XMLFault) {
        let root = try XMLReader.tree(of: Self.withoutPadding(bytes)).root
        let rdf = root.name == "RDF" ? root : root.first("RDF")
        for description in rdf?.all("Description") ?? [] {
            for (name, value) in description.attributes {
                let parts = name.dropFirst().split(separator: "}", maxSplits: 1)
                guard name.hasPrefix("{"), parts.count == 2 else { continue }
                add(namespace: String(parts[0]), name: String(parts[1]), values: [value])
            }
            for child in description.children {
                if child.namespace == Self.extensions {
                    readSchemas(child)
                } else {
                    add(namespace: child.namespace, name: child.name, values: Self.values(of: child))
                }
            }
        }
    }

    func text(_ namespace: String, _ name: String) -> String? { properties[Key(namespace: namespace, name: name)]?.first }

    /// A property of the schema of Factur-X or of one of its forerunners.
    func invoiceText(_ name: String) -> String? {
        [Self.facturX, Self.zugferd2, Self.zugferd1].lazy.compactMap { self.text($0, name) }.first
    }

    /// Some producers end the packet with zero bytes, which no XML reader accepts.
    private static func withoutPadding(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        bytes[...(bytes.lastIndex { $0 != 0 } ?? bytes.startIndex - 1)]
    }

    private mutating func add(namespace: String, name: String, values: [String]) {
        guard namespace != Self.rdf, namespace != Self.xml else { return }
        properties[Key(namespace: namespace, name: name)] = values
    }

    private static func values(of property: XMLElement) -> [String] {
        guard let array = property.children.first(where: { ["Alt", "Seq", "Bag"].contains($0.name) && $0.namespace == rdf }) else {
            return [property.text]
        }
        let items = array.all("li")
        let isDefault: (XMLElement) -> Bool = { $0.attribute("{\(xml)}lang") == "x-default" }
        return (items.filter(isDefault) + items.filter { !isDefault($0) }).map(\.text)
    }

    private mutating func readSchemas(_ schemas: XMLElement) {
        for schema in Self.items(of: schemas) {
            let namespace = Self.field("namespaceURI", of: schema)
            for name in ["schema", "namespaceURI", "prefix"] where Self.field(name, of: schema).isEmpty {
                gaps.append("the schema \(namespace) has no \(name)")
            }
            for property in schema.first("property").map(Self.items) ?? [] {
                let name = Self.field("name", of: property)
                for field in ["name", "valueType", "category", "description"] where Self.field(field, of: property).isEmpty {
                    gaps.append("the property \(name) of \(namespace) has no \(field)")
                }
                described[namespace, default: []].insert(name)
            }
        }
    }

    /// The items of an array, with or without a `Description` around their fields.
    private static func items(of property: XMLElement) -> [XMLElement] {
        property.children.flatMap { $0.all("li") }.map { $0.first("Description") ?? $0 }
    }

    private static func field(_ name: String, of element: XMLElement) -> String {
        if let child = element.first(name) { return child.text }
        return element.attributes.first { $0.key.hasSuffix("}" + name) }?.value ?? ""
    }
}
