/// A structured address of a Swiss QR-bill (type S).
struct SwissAddress: Sendable, Hashable {
    let name: String
    let street: String
    /// Of the building; empty where the street has it in it.
    let number: String
    let postalCode: String
    let city: String
    /// Two capital letters.
    let country: String

    /// As the payload lists them.
    var elements: [String] { ["S", name, street, number, postalCode, city, country] }

    /// As they are printed; the country is before the postal code where it is not Switzerland.
    var printed: [String] {
        let streetLine = number.isEmpty ? street : "\(street) \(number)"
        let place = "\(postalCode) \(city)"
        return [name, streetLine, country == "CH" ? place : "\(country)-\(place)"].filter { !$0.isEmpty }
    }

    /// Takes the last word off a street if it is the number of a building: at most 16 characters, the first of them a digit.
    static func splittingNumber(of street: String) -> (street: String, number: String) {
        guard let space = street.lastIndex(of: " ") else { return (street, "") }
        let number = street[street.index(after: space)...]
        guard let first = number.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first), number.count <= 16,
            number.unicodeScalars.allSatisfy(\.isASCII)
        else { return (street, "") }
        return (String(street[..<space]), String(number))
    }
}
