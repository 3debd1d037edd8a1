public import HTTPTypes

extension Operation {
    /// What an operation answers with one status.
    public struct Answer: Sendable {
        let status: HTTPResponse.Status
        let description: String
        /// The forms of the body, of which it has one; empty if it has no body.
        let content: [Media]
        let headers: [Header]

        /// An answer.
        ///
        /// - Parameter headers: beside those that every answer has.
        public init(_ status: HTTPResponse.Status, _ description: String, _ content: [Media] = [], headers: [Header] = []) {
            self.status = status
            self.description = description
            self.content = content
            self.headers = headers
        }

        /// An answer in JSON.
        public static func json(
            _ status: HTTPResponse.Status,
            _ description: String,
            _ schema: JSONSchema,
            headers: [Header] = []
        ) -> Answer {
            Answer(status, description, [Media("application/json", schema)], headers: headers)
        }

        /// A page of a list, as `Response.list` gives it.
        ///
        /// - Parameter name: of the member with the entries.
        public static func list(_ name: String, of entry: JSONSchema, _ description: String) -> Answer {
            let page = JSONSchema.object(
                .required(name, .array(of: entry, 0...100)),
                .required("next_cursor", .string(1...100).nullable, "The `cursor` of the next page; `null` on the last one.")
            )
            return .json(.ok, description, page, headers: [.nextPage])
        }

        /// An answer in plain text.
        public static func text(
            _ status: HTTPResponse.Status,
            _ description: String,
            _ schema: JSONSchema = .string(),
            headers: [Header] = []
        ) -> Answer {
            Answer(status, description, [Media("text/plain", schema)], headers: headers)
        }

        /// A page for a browser.
        public static func html(_ status: HTTPResponse.Status, _ description: String, headers: [Header] = []) -> Answer {
            Answer(status, description, [Media("text/html", .string())], headers: headers)
        }

        /// A file of a media type, such as `application/pdf`.
        public static func file(_ type: String, _ description: String, headers: [Header] = []) -> Answer {
            Answer(.ok, description, [Media(type)], headers: headers)
        }

        /// 204 without a body.
        public static func noContent(_ description: String) -> Answer { Answer(.noContent, description) }
    }
}

extension Operation.Answer {
    /// The same answer with what another one of this status may bring.
    func merged(with other: Operation.Answer) -> Operation.Answer {
        let known = Set(headers.map(\.name))
        // What only one of the two promises is not always there.
        let shared = known.intersection(other.headers.map(\.name))
        let more = other.headers.filter { !known.contains($0.name) }
        let merged = (headers + more).map { shared.contains($0.name) ? $0 : $0.optional }
        return Operation.Answer(status, "\(description)\n\n\(other.description)", content + other.content, headers: merged)
    }
}
