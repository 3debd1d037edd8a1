import HTTPCore

/// The JSON of a request as it is kept: the logo apart, because many invoices have the same one.
struct StoredRequest: Sendable {
    /// Without the logo.
    let text: String
    /// A data URI.
    let logo: String?

    /// What a request says, as it is kept.
    init(_ request: JSONValue) {
        guard case .object(var members) = request else { (text, logo) = (request.serialized(), nil); return }
        var logo = members["logo"]?.stringValue
        members["logo"] = nil
        // What the seller brings along is what is printed if there is no other.
        if case .object(var from)? = members["from"], let sellers = from["logo"]?.stringValue {
            from["logo"] = nil
            members["from"] = .object(from)
            logo = logo ?? sellers
        }
        text = JSONValue.object(members).serialized()
        self.logo = logo
    }

    init(text: String, logo: String?) {
        self.text = text
        self.logo = logo
    }

    /// A request that makes the same invoice as the one that is kept.
    var json: JSONValue {
        get throws {
            let request = try JSONParser.parse(Array(text.utf8))
            guard let logo, case .object(var members) = request else { return request }
            members["logo"] = .string(logo)
            return .object(members)
        }
    }
}
