import Cryptography

extension SDKKey {
    /// What the stream of the project's changes is asked for with, 32 hexadecimal digits. It stands in addresses, and so in logs: it follows
    /// from the key, but not the key from it, and all it opens is the news *that* something has changed.
    var channel: String { String(SHA256.digest(of: "changes \(digest.hex)").hex.prefix(32)) }
}
