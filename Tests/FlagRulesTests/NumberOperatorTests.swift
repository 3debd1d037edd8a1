import FlagRules
import Testing

@Suite struct `Comparisons of numbers` {
    /// Pairs in order; the first is below the second, or equal to it.
    static let pairs: [(FlagValue, FlagValue, isEqual: Bool)] = [
        (1, 2, false), (1, 1, true), (1, 1.0, true), (1.0, 1, true), (0, 0.5, false), (-0.5, 0, false), (-1, -0.5, false), (1.5, 2, false),
        (-0.0, 0, true), (0, 0.0, true), (.integer(1 << 53), 9_007_199_254_740_992.0, true),
        (9_007_199_254_740_992.0, .integer((1 << 53) + 1), false), (.integer((1 << 53) + 1), 9_007_199_254_740_994.0, false),
        (.integer((1 << 53) - 1), 9_007_199_254_740_992.0, false), (-9_007_199_254_740_994.0, .integer(-(1 << 53) - 1), false),
        (.integer(-(1 << 53) - 1), -9_007_199_254_740_992.0, false),
        (.integer(.max), 9_223_372_036_854_775_808.0, false), (9_223_372_036_854_774_784.0, .integer(.max), false),
        (.integer(.min), -9_223_372_036_854_775_808.0, true), (-9_223_372_036_854_777_856.0, .integer(.min), false),
        (.integer(.min), -9_223_372_036_854_774_784.0, false), (.integer(.max), 1e300, false), (-1e300, .integer(.min), false),
        (.integer(.min), .integer(.max), false), (.float(.leastNonzeroMagnitude), 1, false), (0, .float(.leastNonzeroMagnitude), false),
        (.float(-.leastNonzeroMagnitude), 0, false),
    ]

    @Test(arguments: pairs) func `are exact between integers and floats`(low: FlagValue, high: FlagValue, isEqual: Bool) throws {
        for (name, ifLess, ifEqual, ifGreater) in [
            ("lt", true, false, false), ("lte", true, true, false), ("gt", false, false, true), ("gte", false, true, true),
            ("eq", false, true, false),
        ] {
            #expect(try holds(condition("x", name, high), ["x": low]) == (isEqual ? ifEqual : ifLess), "\(low) \(name) \(high)")
            #expect(try holds(condition("x", name, low), ["x": high]) == (isEqual ? ifEqual : ifGreater), "\(high) \(name) \(low)")
        }
    }

    @Test(arguments: ["lt", "lte", "gt", "gte"]) func `hold for no text, no boolean and not for what is no number`(name: String) throws {
        for found in ["1", "", true, false, ["1"], [[1]], ["x": 1], .float(.nan)] as [FlagValue] {
            #expect(try !holds(condition("x", name, 1), ["x": found]), "\(found)")
        }
    }

    @Test func `hold if one element does`() throws {
        #expect(try holds(condition("x", "gt", 5), ["x": [1, "9", 6]]))
        #expect(try !holds(condition("x", "gt", 5), ["x": [1, "9", 5]]))
        #expect(try !holds(condition("x", "lt", 5), ["x": []]))
    }
}
