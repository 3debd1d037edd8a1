import Database
import Timekeeping

/// A captured request without its body.
struct Capture: Sendable {
    let publicID: String
    /// Of the endpoint that captured it.
    let endpointToken: String
    /// Counts the endpoint's captures from 1.
    let number: Int64
    let receivedAt: Timestamp
    let clientAddress: String?
    let head: CapturedHead
    /// In bytes; `nil` if the body was too large to be kept.
    let bodySize: Int?

    init(_ row: borrowing Row, endpointToken: String) throws {
        self.endpointToken = endpointToken
        publicID = try row["public_id"]
        number = try row["number"]
        receivedAt = try row["received_at"]
        clientAddress = try row["client_address"]
        head = CapturedHead(try row["head"])
        bodySize = try row["body_size"]
    }
}
