import Cryptography
import HTTPCore
import Timekeeping

/// A ping as it came in.
struct Ping: Sendable {
    /// How much of a body is kept, in bytes. Healthchecks' own default, which its clients know.
    static let bodyLimit = 10_000
    /// How much of a `User-Agent` is kept, in Unicode scalars.
    static let userAgentLimit = 200

    let signal: PingSignal
    /// Which run of the job it is about, where the client told (`rid`).
    let runID: String?
    let receivedAt: Timestamp
    let method: String
    let remoteAddress: String?
    let userAgent: String?
    /// At most ``bodyLimit`` bytes; `nil` without a body.
    let body: [UInt8]?
}

/// A ping in the log of its monitor.
struct LoggedPing: Sendable {
    /// Counts from 1 for each monitor.
    let number: Int64
    let kind: PingKind
    let exitStatus: Int?
    let runID: String?
    let receivedAt: Timestamp
    let method: String
    let remoteAddress: String?
    let userAgent: String?
    let body: [UInt8]?

    /// The ping as the API shows it. Bytes of the body that are not UTF-8 are replaced by U+FFFD.
    var json: JSONObject {
        var members = head
        members["body"] = JSONValue(body.map { String(decoding: $0, as: UTF8.self) })
        return members
    }

    /// The ping as it is exported, with every byte: a body that is not UTF-8 is `body_base64`.
    ///
    /// - Parameter monitorID: the public id of its monitor.
    func exported(of monitorID: String) -> JSONObject {
        var members: JSONObject = ["monitor": .string(monitorID)]
        for (name, value) in head { members[name] = value }
        let text = body.flatMap { String(validating: $0, as: UTF8.self) }
        members["body"] = JSONValue(text)
        if let body, text == nil { members["body_base64"] = .string(Base64.encode(body)) }
        return members
    }

    /// Everything but the body.
    private var head: JSONObject {
        [
            "number": .integer(number),
            "kind": .string(kind.rawValue),
            "exit_status": JSONValue(exitStatus),
            "rid": JSONValue(runID),
            "received_at": .string(receivedAt.rfc3339),
            "method": .string(method),
            "remote_address": JSONValue(remoteAddress),
            "user_agent": JSONValue(userAgent),
        ]
    }
}
