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
            "@daily x", "@reboot", "@", "5/15 * * * *", "* * ? * *", "? * * * *", "* * ?,1 * ?", "* * L * *", "* * l-3 * *", "* * L-30 * *",
            "* * L-31 * *", "* * L- * *", "* * LW * *", "* * L-3W * *", "* * 15W * *", "* * 15w,L * *", "* * W * *", "* * 32W * *",
            "* * L/2 * *", "* * 1-5W * *", "* * * * L", "* * * * 5L", "* * * * friL", "* * * * 8L", "* * * * 5#2", "* * * * MON#5",
            "* * * * 5#6", "* * * * 5#0", "* * * * 5#", "* * * * #2", "* * * * 1-5#2", "* * * L *", "* * 5L * *", "0 * * * * *",
            "60 * * * * *", "*/10,5 * * * * 1-5", "0 0 0 L * ?", "0 9 * * 1-5 2026", "0 9 * * 1-5 2026-2028/2,2031", "0 9 * * 1-5 1969",
            "0 9 * * 1-5 2501", "0 9 * * 1-5 2500", "0 0 9 * * 1-5 2026", "0 0 9 * * 1-5 *", "0 0 9 * * 1-5 */2", "0 0 9 ? * 1-5 *",
            "0 0 9 * * 1-5 2026 x", "0 0 9 * * 1-5 2026-2025", "0 0 9 * * 1-5 *-2026", "0 0 0 1 1 */2000", "0 9 * * 1-5 26",
            "0 30 9 1 * 1000",
        ] + edges

    private static let fields: [FieldKind] = [.minute, .hour, .dayOfMonth, .month, .dayOfWeek]

    /// Around the ends of each field.
    private static let edges: [String] = fields.enumerated().flatMap { position, kind in
        let (low, high) = (kind.range.lowerBound, kind.range.upperBound)
        let values = [
            "\(low - 1)", "\(low)", "\(high)", "\(high + 1)", "00\(high)", "\(low)-\(high)", "\(high)-\(high)", "\(high)-\(low)",
            "\(high)\(high)",
        ]
        return values.map { value in (0..<5).map { $0 == position ? value : "*" }.joined(separator: " ") }
    }

    @Test func `the pattern takes what the parser takes, and ranges that are the wrong way round`() throws {
        let pattern = try Regex(CronPattern.expression).matchingSemantics(.unicodeScalar)
        for text in Self.texts {
            let isTaken = text.firstMatch(of: pattern) != nil
            do {
                _ = try Schedule.parse(text)
                #expect(isTaken, "\(text.debugDescription)")
            } catch {
                #expect(isTaken == (error.problem == .wrappedRange), "\(text.debugDescription): \(error)")
            }
        }
    }
}
