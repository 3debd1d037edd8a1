/// The description of XMP properties that PDF/A does not know, without which it does not allow them (ISO 19005-3 §6.6.2.3).
struct ExtensionSchema {
    let name: String
    let namespace: String
    let prefix: String
    let properties: [Property]

    struct Property {
        let name: String
        let type: String
        /// `internal` properties follow from the file, `external` ones come from outside.
        let category: String
        let description: String
    }

    /// What PDF/UA marks files with.
    static let accessibility = ExtensionSchema(
        name: "PDF/UA Universal Accessibility Schema",
        namespace: "http://www.aiim.org/pdfua/ns/id/",
        prefix: "pdfuaid",
        properties: [Property(name: "part", type: "Integer", category: "internal", description: "Part of ISO 14289 the file conforms to")]
    )

    /// In the words of the Factur-X specification.
    static let eInvoice = ExtensionSchema(
        name: "Factur-X PDFA Extension Schema",
        namespace: "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#",
        prefix: "fx",
        properties: [
            ("DocumentFileName", "name of the embedded XML invoice file"),
            ("DocumentType", "INVOICE"),
            ("Version", "The actual version of the Factur-X XML schema"),
            ("ConformanceLevel", "The conformance level of the embedded Factur-X data"),
        ].map { Property(name: $0.0, type: "Text", category: "external", description: $0.1) }
    )

    /// The schemas in XMP.
    static func description(of schemas: [ExtensionSchema]) -> String {
        """
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag>
        \(schemas.map(\.item).joined())</rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>

        """
    }

    private var item: String {
        """
        <rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>\(name)</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>\(namespace)</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>\(prefix)</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq>
        \(properties.map(\.item).joined())</rdf:Seq></pdfaSchema:property>
        </rdf:li>

        """
    }
}

extension ExtensionSchema.Property {
    fileprivate var item: String {
        """
        <rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>\(name)</pdfaProperty:name>
        <pdfaProperty:valueType>\(type)</pdfaProperty:valueType>
        <pdfaProperty:category>\(category)</pdfaProperty:category>
        <pdfaProperty:description>\(description)</pdfaProperty:description>
        </rdf:li>

        """
    }
}
