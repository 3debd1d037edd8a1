import Cryptography
import Timekeeping

/// A request that has come to an endpoint, as it is kept.
struct Arrival: Sendable {
    let receivedAt: Timestamp
    /// The sender's, as far as it is known.
    let clientAddress: String?
    /// Request line and header fields as they came over the wire.
    let head: [UInt8]
    /// `nil` if it was too large.
    let body: [UInt8]?

    /// A new name for it: the time in base 62, so that new names stand together in the index and a capture touches few of its pages, and
    /// 95 random bits.
    func makePublicID() throws -> String {
        let milliseconds = UInt64(max(0, receivedAt.milliseconds))
        return "req_" + Base62.encode(milliseconds, count: 8) + (try RandomToken.base62(count: 16))
    }
}
