/// A share of all users, 0 to 100 percent in steps of 0.01.
public struct Percentage: Sendable, Hashable {
    /// The share in hundredths of a percent, 0...10 000.
    public let hundredths: Int

    /// Nil outside 0...10 000.
    public init?(hundredths: Int) {
        guard (0...Bucketing.bucketCount).contains(hundredths) else { return nil }
        self.hundredths = hundredths
    }

    /// The percentage that a number (`25`, `12.34`) or a numeric string (`"25"`, as the original stores it) names.
    ///
    /// Nil for other types, outside 0–100, and for finer steps than 0.01, which no bucket could honour.
    public init?(_ value: FlagValue) {
        switch value {
        case .integer(let percent):
            guard (0...100).contains(percent) else { return nil }
            hundredths = Int(percent) * 100
        case .float(let percent):
            guard (0...100).contains(percent) else { return nil }
            let nearest = Int(percent * 100 + 0.5)
            // Both sides are the double nearest to the same decimal, so this is exact.
            guard Double(nearest) / 100 == percent else { return nil }
            hundredths = nearest
        case .string(let text):
            guard let number = FlagValue(jsonNumber: text), let percentage = Percentage(number) else { return nil }
            self = percentage
        case .null, .boolean, .array, .object:
            return nil
        }
    }

    /// Whether users of this bucket (0..<10 000) belong to the share: raising a percentage only ever adds buckets.
    public func includes(bucket: Int) -> Bool {
        bucket < hundredths
    }
}
