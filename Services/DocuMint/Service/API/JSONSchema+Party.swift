import HTTPCore

extension JSONSchema {
    /// The seller or the buyer.
    ///
    /// - Parameter more: what only one of them has.
    static func party(with more: [Property] = [], named name: String) -> JSONSchema {
        let members: [Property] = [
            .optional("name", line),
            .optional("address", anyOf(line, address), "Lines with line feeds between them, or an object."),
            .optional("postal_code", line),
            .optional("city", line),
            .optional("country", line, "As it is to be printed; for an e-invoice its name, or its code of ISO 3166-1."),
            .optional("email", line),
            .optional("phone", line),
            .optional("vat_id", line),
            .optional("tax_id", line),
            .optional("iban", line, "Printed for the seller only."),
            .optional("bic", line, "Printed for the seller only."),
        ]
        let exclusions = [
            once("city", inAddressAs: "city"), once("city", inAddressAs: "state"), once("postal_code", inAddressAs: "postal_code"),
            once("country", inAddressAs: "country"),
        ]
        return named(name, object(members + more).with("allOf", .array(exclusions)))
    }

    private static let address = object(
        .optional("line1", line),
        .optional("line2", line),
        .optional("city", line),
        .optional("state", line, "Printed after the city."),
        .optional("postal_code", line),
        .optional("country", line)
    )

    private static let line = string(0...1_000)

    /// Not in the address and beside it.
    private static func once(_ name: String, inAddressAs part: String) -> JSONValue {
        let said: JSONValue = ["type": "string", "minLength": 1]
        let inAddress: JSONValue = ["type": "object", "required": [.string(part)], "properties": [part: said]]
        return ["not": ["required": ["address", .string(name)], "properties": ["address": inAddress, name: said]]]
    }
}
