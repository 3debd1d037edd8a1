import CronSchedule
import Testing

struct LanguageTests {
    @Test(
        "a language is found by its code, whatever follows it",
        arguments: [("en", "English"), ("DE", "Deutsch"), ("de-AT", "Deutsch"), ("es_MX", "Español")]
    )
    func code(_ code: String, name: String) {
        #expect(Language(code: code)?.name == name)
    }

    @Test("other codes find none", arguments: ["", "-", "e", "eng", "fr", "xx-en"])
    func otherCode(_ code: String) {
        #expect(Language(code: code) == nil)
    }

    @Test func `every language is listed once and found by its own code`() {
        #expect(Set(Language.all.map(\.code)).count == Language.all.count)
        #expect(Language.all.first == .english)
        #expect(Language.all.allSatisfy { Language(code: $0.code) == $0 })
    }

    @Test func `a language brings its clock along, unless another is asked for`() throws {
        let schedule = try Schedule.parse("30 17 * * *")
        #expect(schedule.description(DescriptionStyle(language: .german)) == "Um 17:30")
        #expect(schedule.description(DescriptionStyle(uses24HourClock: false, language: .german)) == "Um 05:30 PM")
        #expect(schedule.description(DescriptionStyle(uses24HourClock: false, language: .spanish)) == "A las 05:30 p. m.")
        let afterNoon = try Schedule.parse("30 13 * * *")
        #expect(afterNoon.description(DescriptionStyle(uses24HourClock: false, language: .spanish)) == "A la 01:30 p. m.")
        #expect(schedule.description(DescriptionStyle(uses24HourClock: true)) == "At 17:30")
    }
}
