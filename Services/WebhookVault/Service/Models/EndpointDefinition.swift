import HTTPCore

/// What an owner says about a new endpoint.
struct EndpointDefinition: Sendable {
    static let nameLength = 1...200

    /// For people. Without control characters.
    let name: String
    let response: CannedResponse

    /// Reads what a client sends.
    ///
    /// - Throws: `InvalidInput` with all that is wrong.
    init(_ reader: ObjectReader) throws(InvalidInput) {
        name = reader.requiredString("name", length: Self.nameLength)
        reader.checkPlain(name, at: reader.path.member("name"))
        response = CannedResponse(reader)
        try reader.finish()
    }
}
