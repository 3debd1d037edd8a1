/// When tax is rounded to the smallest unit of the currency; the raw value is its name on the wire.
public enum TaxRounding: String, Sendable, Hashable, CaseIterable {
    /// Once for each item, then summed.
    case perLine = "per_line"
    /// Once for the sum of each category and rate, as EN 16931 BR-CO-17 wants it.
    case perRate = "per_rate"
}
