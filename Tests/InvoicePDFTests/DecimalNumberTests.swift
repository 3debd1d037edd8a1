import InvoicePDF
import Testing

@Suite("Decimal numbers")
struct DecimalNumberTests {
    @Test(
        "are read from the text of JSON numbers",
        arguments: [
            ("0", "0"), ("-0", "0"), ("0.00", "0"), ("-0.0e5", "0"), ("0e999999999999999999999", "0"), ("007", "7"),
            ("1", "1"), ("-12.50", "-12.5"), ("0.08", "0.08"), ("100.00", "100"), ("1e3", "1000"), ("1E+3", "1000"),
            ("1.5e-3", "0.0015"), ("-2.5e1", "-25"), ("12345678901234567890123456789012345678", "12345678901234567890123456789012345678"),
            ("1e37", "1" + String(repeating: "0", count: 37)), ("1e-38", "0." + String(repeating: "0", count: 37) + "1"),
            ("1" + String(repeating: "0", count: 60) + "e-60", "1"), ("0." + String(repeating: "0", count: 500) + "7e501", "7"),
            ("1." + String(repeating: "0", count: 100_000), "1"),
        ]
    )
    func parsing(text: String, expected: String) throws {
        #expect(try DecimalNumber(parsing: text).description == expected)
    }

    @Test(
        "refuse what is not a number",
        arguments: [
            "", "-", "+1", ".5", "5.", "1e", "1e+", "1 ", " 1", "1,5", "NaN", "Infinity", "0x10", "1.2.3", "--1", "1e1.5", "１", "1\0",
        ]
    )
    func malformed(text: String) {
        #expect(throws: DecimalError.malformed) { try DecimalNumber(parsing: text) }
    }

    @Test(
        "refuse what does not fit",
        arguments: [
            "1e38", "1e999", "-1e400", "1e-39", "1e-999", "1e99999999999999999999", "9e-99999999999999999999",
            "1234567890123456789012345678901234567890", "170141183460469231731687303715884105728",
            "0.123456789012345678901234567890123456789", String(repeating: "9", count: 100_000),
        ]
    )
    func outOfRange(text: String) {
        #expect(throws: DecimalError.outOfRange) { try DecimalNumber(parsing: text) }
    }

    @Test("are equal when their values are")
    func equality() throws {
        #expect(try DecimalNumber(parsing: "0.080") == DecimalNumber(parsing: "8e-2"))
        #expect(try Set(["1", "1.0", "10e-1"].map { try DecimalNumber(parsing: $0) }).count == 1)
    }

    @Test("add, subtract and multiply exactly")
    func arithmetic() throws {
        #expect(try "0.1" + "0.2" == DecimalNumber(parsing: "0.3"))
        #expect(try "1" - "0.9" == DecimalNumber(parsing: "0.1"))
        #expect(try "-1.5" + "1.5" == DecimalNumber.zero)
        #expect(try "19.99" * "3" == DecimalNumber(parsing: "59.97"))
        #expect(try "-0.5" * "0.5" == DecimalNumber(parsing: "-0.25"))
        #expect(try "1234567890123456789" * "9876543210987654321" == DecimalNumber(parsing: "12193263113702179522374638011112635269"))
    }

    @Test("throw when a result does not fit")
    func overflow() throws {
        let largest: DecimalNumber = "99999999999999999999999999999999999999"
        let tiny: DecimalNumber = "1e-38"
        #expect(throws: DecimalError.outOfRange) { try largest + largest }
        #expect(throws: DecimalError.outOfRange) { try -largest - largest }
        #expect(throws: DecimalError.outOfRange) { try largest * largest }
        #expect(throws: DecimalError.outOfRange) { try largest + tiny }
        #expect(throws: DecimalError.outOfRange) { try tiny * tiny }
    }

    @Test(
        "round half away from zero",
        arguments: [
            ("0.5", 0, "1"), ("-0.5", 0, "-1"), ("0.49999999", 0, "0"), ("-0.4", 0, "0"), ("2.5", 0, "3"), ("-2.5", 0, "-3"),
            ("1.005", 2, "1.01"), ("1.0049999", 2, "1"), ("-1.005", 2, "-1.01"), ("0.0005", 3, "0.001"), ("9.995", 2, "10"),
            ("1.1", 5, "1.1"), ("0.99999999999999999999999999999999999999", 2, "1"), ("0.6", -1, "1"),
        ]
    )
    func rounding(text: String, digits: Int, expected: String) throws {
        #expect(try DecimalNumber(parsing: text).rounded(toFractionDigits: digits).description == expected)
    }

    @Test("compare by value, however far apart their scales are")
    func comparison() throws {
        let ascending: [DecimalNumber] = [
            "-99999999999999999999999999999999999999", "-1.5", "-1.49", "-1e-38", "0", "1e-38", "0.1", "0.11", "1", "1.000001",
            "99999999999999999999999999999999999999",
        ]
        #expect(ascending.reversed().sorted() == ascending)
        #expect(!(ascending[3] < ascending[3]))
    }

    @Test("are written with at least as many digits as asked for")
    func text() throws {
        let table: [(DecimalNumber, Int, String)] = [
            ("5", 2, "5.00"), ("-0.5", 2, "-0.50"), ("1.234", 2, "1.234"), ("0", 3, "0.000"), ("1000", 0, "1000"), ("0.07", 0, "0.07"),
        ]
        for (number, digits, expected) in table {
            #expect(number.text(minimumFractionDigits: digits) == expected)
        }
    }

    @Test("become minor units when they have no finer digits and fit in 64 bits")
    func minorUnits() {
        let table: [(DecimalNumber, Int, Int64?)] = [
            ("12.34", 2, 1234), ("-5", 0, -5), ("1.5", 3, 1500), ("1.005", 2, nil), ("92233720368547758.07", 2, .max),
            ("92233720368547758.08", 2, nil), ("1e37", 4, nil),
        ]
        for (number, exponent, expected) in table {
            #expect(number.minorUnits(exponent: exponent) == expected)
        }
    }
}
