internal import Cryptography

extension [UInt8] {
    /// Decodes base64 (RFC 4648 §4): padded, with unused bits zero; line breaks, tabs and spaces are skipped. `nil` for anything else.
    init?(base64 text: ArraySlice<UInt8>) {
        let skipped: [UInt8] = [0x0A, 0x0D, 0x09, 0x20]
        let digits = text.filter { !skipped.contains($0) }
        guard let bytes = Base64.decode(String(decoding: digits, as: UTF8.self)) else { return nil }
        self = bytes
    }
}
