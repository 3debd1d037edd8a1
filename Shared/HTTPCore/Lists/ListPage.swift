import Cryptography

/// The part of a list that a request asks for with `limit` and `cursor`: rows in the order of a number, after the one the cursor names.
public struct ListPage: Sendable {
    /// 1–100, default 50.
    public let limit: Int
    /// The number of the last row that the client has; `nil` at the start of the list.
    public let position: Int64?

    /// Reads `limit` and `cursor`; what is wrong shows when the query is finished.
    public init(_ query: QueryReader) {
        limit = query.integer("limit", in: 1...100, default: 50)
        let cursor = query.string("cursor", length: 1...100)
        position = cursor.flatMap { Base64.decode($0, as: .urlSafe) }.flatMap { Int64(String(decoding: $0, as: UTF8.self)) }
        if cursor != nil, position == nil { query.fault("cursor", "invalid_cursor", "must be a \"next_cursor\" of this list") }
    }

    /// What to send for the next page, given the number of this one's last row. Opaque to clients, so that it may change.
    static func cursor(after position: Int64) -> String { Base64.encode(String(position).utf8, as: .urlSafe) }
}
