internal import CLibCrypto

/// The random generator could not produce bytes that are fit for secrets. Nothing weaker is handed out in its place.
public struct RandomSourceFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What libcrypto says about it, for the log.
    public let reason: String

    /// What happened, for the log.
    public var description: String { "no secure random bytes: \(reason)" }

    init(errorCode: UInt) {
        var text = [CChar](repeating: 0, count: 256)
        ERR_error_string_n(errorCode, &text, text.count)
        reason = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
