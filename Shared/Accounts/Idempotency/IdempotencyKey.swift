import HTTPCore
import HTTPTypes

/// The `Idempotency-Key` of a request: the name that its client gives to one creation, so that it can ask again without creating twice.
///
/// 1–255 printable characters of ASCII, taken as they stand. Spaces inside and double quotes are among them: the IETF's draft
/// (draft-ietf-httpapi-idempotency-key-header) writes the key as a quoted string, most clients write it bare as for Stripe, and both are
/// served without reading more into it.
///
/// Stored answers are sealed with it, so it should be one that nobody guesses: a UUID.
struct IdempotencyKey: Sendable {
    let bytes: [UInt8]

    /// The key that the fields carry, or `nil` for none.
    ///
    /// Throws `InvalidInput` for one that is not as it must be, and for more than one.
    init?(_ fields: HTTPFields) throws(InvalidInput) {
        guard fields.contains(.idempotencyKey) else { return nil }
        let values = fields[values: .idempotencyKey]
        guard let value = values.first, values.count == 1 else { throw Self.invalid(.repeated, "must be given once") }
        // As bytes: the text comes from outside, and comparing it as characters could take forever.
        bytes = Array(value.utf8)
        guard !bytes.isEmpty else { throw Self.invalid(.tooShort, "must not be empty") }
        guard bytes.count <= 255 else { throw Self.invalid(.tooLong, "must have at most 255 characters") }
        guard bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw Self.invalid(.notAllowed, "must be printable characters of ASCII, such as a UUID")
        }
    }

    private static func invalid(_ code: InputFault.Code, _ message: String) -> InvalidInput {
        InvalidInput(code, at: "header.Idempotency-Key", message)
    }
}
