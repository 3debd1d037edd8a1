import Cryptography
import HTTPCore

extension JSONObject {
    /// Sets a member to bytes that are text as a rule.
    ///
    /// Nothing is lost when they are not UTF-8: the member then holds them with U+FFFD in place of what is wrong, for people, and a second
    /// one, `{name}_base64`, holds them exactly.
    mutating func set(_ name: String, to bytes: ArraySlice<UInt8>) {
        if let text = String(validating: bytes, as: UTF8.self) {
            self[name] = .string(text)
        } else {
            self[name] = .string(String(decoding: bytes, as: UTF8.self))
            self[name + "_base64"] = .string(Base64.encode(bytes))
        }
    }
}
