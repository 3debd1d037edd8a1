import CronSchedule
import TestKit
import Testing

@testable import CronPingService

@Suite struct CronPatternTests {
    /// Texts around the edges of the language: whether they are in it, the parser says.
    static let texts: [String] =
        [
            "", " ", "* * * *", "* * * * *", "* * * * * *", " \t* *\t* * *\r\n", "*\n* * * *", "* * * * *\u{A0}", "*,* * * * *",
            "*, * * * *", ",* * * * *", "** * * * *", "*5 * * * *", "*-5 * * * *", "5- * * * *", "-5 * * * *", "1-2-3 * * * *",
            "5/2 * * * *", "*/ * * * *", "*/2/2 * * * *", "*/a * * * *", "1-5/2 * * * *", "5-5 * * * *", "05-5 * * * *", "6-5 * * * *",
            "0-59 * * * *", "0-60 * * * *", "*/0 * * * *", "*/00 * * * *", "*/007 * * * *", "*/999999999 * * * *",
            "*/2147483647 * * * *", "*/2147483648 * * * *", "*/3000000000 * * * *", "*/10000000000 * * * *", "mon * * * *", "* * * jan *",
            "* * * JaN-dEc/3 *", "* * * feb-jan *", "* * * 2-JAN *", "* * * 1-feb,12 *", "* * * janu *", "* * * * sun-sat", "* * * * sat-7",
            "* * * * sun-7", "* * * * 7-0", "* * * * 7-7", "* * * * fri-mon", "* * * * mon#2", "@daily", " @daily ", "@Daily", "@dail",
            "@daily x", "@reboot", "@",
        ] + edges

    /// Around the ends of each field.
    private static let edges: [String] = CronFieldKind.allCases.enumerated().flatMap { position, kind in
        let (low, high) = (kind.range.lowerBound, kind.range.upperBound)
        let values = [
            "\(low - 1)", "\(low)", "\(high)", "\(high + 1)", "00\(high)", "\(low)-\(high)", "\(high)-\(high)", "\(high)-\(low)",
            "\(high)\(high)",
        ]
        return values.map { value in (0..<5).map { $0 == position ? value : "*" }.joined(separator: " ") }
    }

    @Test func `the pattern takes what the parser takes`() throws {
        let pattern = try Regex(CronPattern.expression).matchingSemantics(.unicodeScalar)
        for text in Self.texts {
            #expect((text.firstMatch(of: pattern) != nil) == ((try? CronExpression.parse(text)) != nil), "\(text.debugDescription)")
        }
    }

    @Test(
        "the pattern of what never runs is right about it",
        arguments: [
            "@reboot", " @reboot", "@yearly", "0 0 31 2 *", "0 0 30 2 *", "0 0 29 2 *", "* * 30,31 feb *", "1 2 031 4,6,SEP,11 *",
            "0 0 30 4 *", "0 0 31 2,3 *", "0 0 31 2-3 *", "0 0 31 2 */2", "0 0 31 2 1", "0 0 31 2 1,*", "0 0 31-31/2 11-11 *",
            "0 0 30-31/3 2 *", "0 0 1,31 2 *", "0 0 */30 2 *", "0 0 31 * *", "30 23 31 3 *",
        ]
    )
    func never(text: String) throws {
        let pattern = try Regex(CronPattern.never).matchingSemantics(.unicodeScalar)
        let expression = try CronExpression.parse(text)
        let runs = CivilDateTime(year: 2026, month: 1, day: 1).flatMap { expression.next(after: $0) } != nil
        #expect((text.firstMatch(of: pattern) == nil) == runs)
    }
}
