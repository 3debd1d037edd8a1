extension Operation {
    /// Who may use an operation.
    public enum Access: Sendable, Hashable {
        /// Everybody. A key is not looked at.
        case open
        /// Everybody; whoever sends a key must send a valid one.
        case optionalKey
        /// Whoever has an API key that allows this scope.
        case key(Scopes)
        /// Whoever has the SDK key of a project.
        case sdkKey

        /// Whether the key of an account is read.
        var takesAccountKey: Bool {
            switch self {
            case .key, .optionalKey: true
            case .open, .sdkKey: false
            }
        }

        /// The same in words.
        var words: String {
            switch self {
            case .open: "Needs no key."
            case .optionalKey: "Works without a key; a key that is sent must be valid."
            case .key(let scopes): "Needs an API key with the scope \(scopes.names.map { "`\($0)`" }.joined(separator: ", "))."
            case .sdkKey: "Needs the SDK key of a project."
            }
        }

        /// The header line with which the examples send a key.
        var exampleHeader: String? {
            switch self {
            case .open, .optionalKey: nil
            case .key: "Authorization: Bearer $API_KEY"
            case .sdkKey: "Authorization: Bearer $SDK_KEY"
            }
        }

        /// As OpenAPI says it: any one of the alternatives will do.
        var security: JSONValue {
            switch self {
            case .open: []
            case .optionalKey: [["bearer": []], ["apiKey": []], [:]]
            case .key: [["bearer": []], ["apiKey": []]]
            case .sdkKey: [["sdkBearer": []], ["sdkKey": []]]
            }
        }

        /// What ``security`` refers to.
        ///
        /// - Parameter sdk: whether there are SDK keys. They stand apart so that programs can be given one of each.
        static func schemes(sdk: Bool) -> JSONValue {
            var schemes: JSONObject = [
                "bearer": ["type": "http", "scheme": "bearer", "description": "The API key of an account."],
                "apiKey": ["type": "apiKey", "in": "header", "name": "X-API-Key", "description": "The same key in another field."],
            ]
            if sdk {
                schemes["sdkBearer"] = ["type": "http", "scheme": "bearer", "description": "The SDK key of a project."]
                schemes["sdkKey"] = [
                    "type": "apiKey", "in": "header", "name": "X-API-Key", "description": "The same key in another field.",
                ]
            }
            return .object(schemes)
        }
    }
}
