/// Numbers for people.
enum Quantity {
    /// A whole number with its thousands apart: `12,345`.
    static func count(_ number: Double) -> String {
        let digits = Array(String(whole(abs(number))))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return whole(number) < 0 ? "-" + text : text
    }

    /// As ``count(_:)-(Double)``.
    static func count(_ number: Int) -> String { count(Double(number)) }

    /// A number of something per second: below ten with one decimal.
    static func rate(_ number: Double) -> String {
        if number > 0, number < 0.1 { return "under 0.1" }
        return abs(number) < 9.95 ? decimal(number, places: 1) : count(number)
    }

    /// A share of one as a percentage, with as many decimals as tell something: `0.04 %`, `0.5 %`, `37 %`.
    static func percent(_ share: Double) -> String {
        let percent = share * 100
        if percent <= 0 { return "0 %" }
        if percent < 0.01 { return "under 0.01 %" }
        if percent < 0.1 { return decimal(percent, places: 2) + " %" }
        return (percent < 9.95 ? decimal(percent, places: 1) : count(percent)) + " %"
    }

    /// In binary units with one decimal, such as `4.1 MiB`; below 1 KiB in bytes.
    static func bytes(_ bytes: Int64) -> String {
        guard bytes >= 1_024 else { return "\(bytes) B" }
        var amount = Double(bytes) / 1_024
        var units = ["KiB", "MiB", "GiB", "TiB"][...]
        while amount >= 1_024, units.count > 1 {
            amount /= 1_024
            units.removeFirst()
        }
        return "\(decimal(amount, places: 1)) \(units.first ?? "")"
    }

    /// A stretch of time in its largest whole unit: `3 days`.
    static func time(seconds: Int64) -> String {
        let units: [(name: String, seconds: Int64)] = [("day", 86_400), ("hour", 3_600), ("minute", 60)]
        for unit in units where seconds >= unit.seconds {
            let number = seconds / unit.seconds
            return number == 1 ? "1 \(unit.name)" : "\(number) \(unit.name)s"
        }
        return "less than a minute"
    }

    /// The nearest whole number, also of a number that no integer holds.
    static func whole(_ number: Double) -> Int64 {
        guard number.isFinite else { return number > 0 ? .max : 0 }
        return Int64(min(max(number.rounded(), -9e18), 9e18))
    }

    private static func decimal(_ number: Double, places: Int) -> String {
        let scale: Int64 = places == 1 ? 10 : 100
        let scaled = whole(abs(number) * Double(scale))
        let fraction = String(scaled % scale)
        let padded = String(repeating: "0", count: max(0, places - fraction.count)) + fraction
        return (number < 0 && scaled > 0 ? "-" : "") + "\(scaled / scale)." + padded
    }
}
