import Database
import Timekeeping
import HTTPCore

/// A place that captures what is sent to it.
struct Endpoint: Sendable {
    let rowID: Int64
    /// What owner and senders know it by.
    let token: String
    let name: String
    /// All requests it ever captured, those that are gone included.
    let requestCount: Int64
    let lastRequestAt: Timestamp?
    let createdAt: Timestamp
    /// `nil` for never.
    let expiresAt: Timestamp?
    let response: CannedResponse
}

extension Endpoint {
    init(_ row: borrowing Row) throws {
        rowID = try row["id"]
        token = try row["token"]
        name = try row["name"]
        requestCount = try row["request_count"]
        lastRequestAt = try row["last_request_at"]
        createdAt = try row["created_at"]
        expiresAt = try row["expires_at"]
        response = try CannedResponse(row)
    }

    /// As the owner sees it.
    func json(baseURL: String) -> JSONValue {
        [
            "endpoint_id": .string(token),
            "url": .string("\(baseURL)/hook/\(token)"),
            "inspect_url": .string("\(baseURL)/inspect/\(token)"),
            "name": .string(name),
            "response_code": .integer(response.code),
            "response_content_type": .string(response.contentType),
            "response_headers": .object(response.headers),
            "response_body": .string(response.body),
            "request_count": .integer(requestCount),
            "last_request_at": JSONValue(lastRequestAt?.rfc3339),
            "created_at": .string(createdAt.rfc3339),
            "expires_at": JSONValue(expiresAt?.rfc3339),
        ]
    }
}
