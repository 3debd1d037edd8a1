extension Timestamp {
    /// As HTTP writes dates (RFC 9110 §5.6.7), to the second: `Sat, 31 Jan 2026 09:30:00 GMT`.
    public var httpDate: String {
        let text = Timestamp(seconds: seconds).rfc3339
        let days = seconds.flooredQuotient(86_400)
        let (_, month, _) = Self.civil(fromDays: days)
        // The epoch began on a Thursday.
        let weekday = Self.weekdays[Int(days - (days + 4).flooredQuotient(7) * 7 + 4)]
        let time = text.dropFirst(11).prefix(8)
        return "\(weekday), \(text.dropFirst(8).prefix(2)) \(Self.months[Int(month) - 1]) \(text.prefix(4)) \(time) GMT"
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
