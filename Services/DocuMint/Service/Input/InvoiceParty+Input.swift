import HTTPCore
import InvoicePDF

extension InvoiceParty {
    /// Reads the seller or the buyer.
    ///
    /// - Parameter origins: gets the places of texts that are elsewhere in the JSON than in a party.
    init(reading reader: ObjectReader, origins: inout [String: JSONPath]) {
        self.init(
            name: reader.text("name"),
            postalCode: reader.text("postal_code"),
            city: reader.text("city"),
            country: reader.text("country"),
            email: reader.text("email"),
            phone: reader.text("phone"),
            vatID: reader.text("vat_id"),
            taxID: reader.text("tax_id"),
            iban: reader.text("iban"),
            bic: reader.text("bic")
        )
        if case .object? = reader.value("address"), let parts = reader.object("address") {
            readAddress(from: parts, of: reader, origins: &origins)
        } else {
            address = reader.text("address")
        }
    }

    /// An address in parts: the lines, and what may stand beside the address as well.
    private mutating func readAddress(from parts: ObjectReader, of reader: ObjectReader, origins: inout [String: JSONPath]) {
        address = Self.joined([parts.text("line1"), parts.text("line2")], "\n")
        let (city, state) = (parts.text("city"), parts.text("state"))
        let places = [
            ("city", city.isEmpty ? "state" : "city", Self.joined([city, state], ", "), \InvoiceParty.city),
            ("postal_code", "postal_code", parts.text("postal_code"), \.postalCode),
            ("country", "country", parts.text("country"), \.country),
        ]
        for (name, part, text, field) in places where !text.isEmpty {
            let place = reader.path.member(name)
            if !self[keyPath: field].isEmpty { parts.fault(part, .notAllowed, "must not be in the address and in \(place)") }
            self[keyPath: field] = text
            origins[place.text] = parts.path.member(part)
        }
    }

    private static func joined(_ texts: [String], _ separator: String) -> String {
        texts.filter { !$0.isEmpty }.joined(separator: separator)
    }
}

extension ObjectReader {
    fileprivate func text(_ name: String) -> String { string(name, length: 0...1_000, default: "") }
}
