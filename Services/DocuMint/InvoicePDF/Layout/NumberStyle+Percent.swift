extension NumberStyle {
    /// `10%`, of the number 10.
    func percentage(_ percent: DecimalNumber) -> String {
        // A percentage with more digits than a fraction can have does not occur in print.
        guard let fraction = try? DecimalNumber(mantissa: percent.mantissa, scale: percent.scale + 2) else { return text(percent) + "%" }
        return self.percent(fraction)
    }
}
