import HTTPCore

extension TestResponse {
    /// The `code` of a problem; `nil` for other JSON.
    public var code: String? { get throws { try json["code"]?.stringValue } }

    /// The `path` and `code` of each fault in the input: `$.name required`.
    public var faults: [String] {
        get throws {
            try json["errors"]?.arrayValue?.map { "\(try $0.text("path")) \(try $0.text("code"))" } ?? []
        }
    }
}
