/// How days are written, after the long dates of CLDR: with the name of the month, so that nobody takes it for the day.
///
/// Years are Gregorian everywhere, in Thailand too: an e-invoice has no others.
struct DateFormat: Sendable, Hashable {
    /// January … December, as they stand in a date: in the genitive where a language has one.
    var months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
    /// `{month}` (its name), `{month2}` (two digits), `{day}`, `{day2}` (two digits), `{year}`.
    var pattern = "{month} {day}, {year}"

    func text(of date: InvoiceDate) -> String {
        let month = months.indices.contains(date.month - 1) ? months[date.month - 1] : String(date.month)
        return pattern.filling([
            "{month}": month, "{month2}": InvoiceDate.padded(date.month, to: 2), "{day}": String(date.day),
            "{day2}": InvoiceDate.padded(date.day, to: 2), "{year}": String(date.year),
        ])
    }

    /// Takes a line of a ``LocaleTable``; false when its name is none of a date format.
    mutating func set(_ name: String, to value: String) -> Bool {
        switch name {
        case "months": months = value.split(separator: ",").map { String($0.first == " " ? $0.dropFirst() : $0) }
        case "date_pattern": pattern = value
        default: return false
        }
        return true
    }
}
