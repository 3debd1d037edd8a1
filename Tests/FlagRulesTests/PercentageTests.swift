import FlagRules
import Testing

@Suite struct `Percentage values` {
    @Test(
        "are numbers and numeric strings from 0 to 100 in steps of 0.01",
        arguments: [
            (0, 0), (100, 10_000), (25, 2500), (0.01, 1), (99.99, 9999), (12.5, 1250), (0.29, 29), (33.33, 3333), ("25", 2500),
            ("12.50", 1250),
            ("1e1", 1000), (-0.0, 0), (100.0, 10_000),
        ] as [(FlagValue, Int)]
    )
    func accepted(value: FlagValue, hundredths: Int) {
        #expect(Percentage(value)?.hundredths == hundredths)
    }

    @Test(
        "are nothing else",
        arguments: [
            -1, 101, 100.01, -0.01, 0.001, 33.333, 0.015, .integer(.max), .integer(.min), .float(.infinity), .float(.nan), .float(1e300),
            "", " 25",
            "25%", "a", "1e400", "+5", "0x10", "nan", true, .null, [25], ["percent": 25],
        ] as [FlagValue]
    )
    func refused(value: FlagValue) {
        #expect(Percentage(value) == nil)
    }

    @Test func `every step of 0.01 is read exactly`() {
        for hundredths in 0...10_000 {
            let fraction = hundredths % 100
            let text = "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
            #expect(Percentage(.string(text))?.hundredths == hundredths)
        }
    }

    @Test(arguments: [-1, 10_001, .max, .min]) func `hundredths have bounds`(hundredths: Int) {
        #expect(Percentage(hundredths: hundredths) == nil)
    }
}
