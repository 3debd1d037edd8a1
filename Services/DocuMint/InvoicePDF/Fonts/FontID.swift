/// Which face of a ``FontSet``: it follows from family and weight alone, whatever was opened before.
struct FontID: Sendable, Hashable {
    let number: Int

    init(_ family: FontFamily, _ weight: FontWeight) {
        number = family.number * FontWeight.allCases.count + weight.rawValue
    }

    var family: FontFamily { FontFamily(number: number / FontWeight.allCases.count) }

    var weight: FontWeight { FontWeight(rawValue: number % FontWeight.allCases.count) ?? .regular }
}
