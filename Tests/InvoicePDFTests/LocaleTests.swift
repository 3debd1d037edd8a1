import Testing

@testable import InvoicePDF

@Suite("Locales")
struct LocaleTests {
    @Test("are found by tags of any case, without the subtags that nothing is known of")
    func lookup() {
        let table: [(String, String?)] = [
            ("de", "de"), ("DE", "de"), ("de_at", "de-AT"), ("de-LI", "de"), ("de-Latn-DE-1996", "de"), ("pt-PT", "pt"), ("pt-br", "pt-BR"),
            ("zh-CN", "zh"), ("zh-Hans-SG", "zh"), ("zh-TW", "zh-Hant"), ("zh-Hant-TW", "zh-Hant"), ("zh_HK", "zh-Hant-HK"),
            ("no", "nb"), ("nn-NO", "nb"), ("iw", "he"), ("es-GT", "es-419"), ("en-US", "en"), ("en-u-nu-arab", "en"),
            ("", nil), ("-", nil), ("de-", nil), ("tlh", nil), ("d", nil), ("deutsch", nil), ("de AT", nil), ("dé", nil),
            ("de" + String(repeating: "-a", count: 50_000), nil),
        ]
        for (tag, expected) in table {
            #expect(InvoiceLocale(tag: tag)?.tag == expected, "\(tag.prefix(40))")
        }
        #expect(InvoiceLocale(tag: "en") == .english)
    }

    @Test("are all known by their own tag")
    func tags() {
        #expect(InvoiceLocale.tags.count > 60)
        #expect(InvoiceLocale.tags == InvoiceLocale.tags.sorted())
        for tag in InvoiceLocale.tags {
            #expect(InvoiceLocale(tag: tag)?.tag == tag)
        }
    }

    @Test("have nothing in their tables that nobody reads")
    func names() {
        let formats = [
            "decimal", "group", "other_groups", "minimum_grouped_digits", "money", "negative_money", "percent", "symbols", "months",
            "date_pattern",
        ]
        let known = Set(InvoiceLabels.names + formats + Self.units.map { "unit.\($0)" })
        for table in LocaleTable.all.values {
            let names = table.entries.map { String($0.name) }
            #expect(known.isSuperset(of: names), "\(table.tag)")
            #expect(Set(names).count == names.count, "\(table.tag)")
            #expect(table.entries.allSatisfy { !$0.value.isEmpty && !$0.value.hasSuffix(" ") }, "\(table.tag)")
        }
    }

    @Test("write right to left where the language does", arguments: [("ar", true), ("he-IL", true), ("en", false), ("ja", false)])
    func direction(tag: String, isRightToLeft: Bool) throws {
        #expect(try #require(InvoiceLocale(tag: tag)).isRightToLeft == isRightToLeft)
    }

    @Test("speak the language of another one with their own numbers")
    func speaking() throws {
        let swiss = try #require(InvoiceLocale(tag: "de-CH"))
        let british = try #require(InvoiceLocale(tag: "en-GB"))
        let mixed = swiss.speaking(british)
        #expect(mixed.labels == british.labels)
        #expect(mixed.dates == british.dates)
        #expect(mixed.numbers == swiss.numbers)
        #expect(mixed.tag == "en-GB")
        #expect(mixed.unitName(code: "HUR") == "hour")
    }

    @Test("name units, and print other texts as they are")
    func unitNames() throws {
        let german = try #require(InvoiceLocale(tag: "de"))
        let table = [("HUR", "Std."), ("C62", "Stück"), ("H87", "Stück"), ("KGM", "kg"), ("MTK", "m²"), ("Kiste", "Kiste"), ("", "")]
        for (code, name) in table {
            #expect(german.unitName(code: code) == name)
        }
        for tag in InvoiceLocale.tags {
            let locale = try #require(InvoiceLocale(tag: tag))
            #expect(Self.units.allSatisfy { locale.unitName(code: $0) != $0 }, "\(tag)")
        }
    }

    private static let units = ["C62", "HUR", "DAY", "WEE", "MON", "ANN", "LS"]
}

@Suite("Labels")
struct InvoiceLabelsTests {
    @Test("are filled in one pass, so that values cannot name placeholders")
    func filling() {
        #expect("{a} of {b}".filling(["{a}": "{b}", "{b}": "2"]) == "{b} of 2")
        #expect("{unknown} {a".filling(["{a}": "1"]) == "{unknown} {a")
    }

    @Test("are complete in every language")
    func completeness() {
        for table in LocaleTable.all.values where !table.tag.contains("-") && table.tag != "en" {
            let names = Set(table.entries.map { String($0.name) })
            #expect(names.isSuperset(of: InvoiceLabels.names), "\(table.tag)")
            #expect(names.isSuperset(of: ["date_pattern", "months"]), "\(table.tag)")
        }
    }

    @Test("have the placeholders of the English ones", arguments: InvoiceLocale.tags)
    func placeholders(tag: String) throws {
        let labels = try #require(InvoiceLocale(tag: tag)).labels
        for name in InvoiceLabels.names {
            let word = try #require(labels[name])
            #expect(placeholders(in: word) == placeholders(in: try #require(InvoiceLabels.english[name])), "\(tag) \(name): \(word)")
        }
    }

    @Test("are in no other language left in English")
    func translation() throws {
        let international: Set = ["iban", "bic"]
        let alike: Set = [
            "ca subtotal", "ca total", "da subtotal", "es subtotal", "es total", "et document_number", "fr total", "id subtotal",
            "id total", "mt subtotal", "mt total", "pt subtotal", "pt total", "ro subtotal", "ro total", "sv period",
        ]
        var found: Set<String> = []
        for tag in InvoiceLocale.tags where !tag.hasPrefix("en") {
            let labels = try #require(InvoiceLocale(tag: tag)).labels
            let names = InvoiceLabels.names.filter { !international.contains($0) && labels[$0] == InvoiceLabels.english[$0] }
            found.formUnion(names.map { "\(tag.prefix { $0 != "-" }) \($0)" })
        }
        #expect(found == alike)
    }

    /// The words that Art. 226 (11a) of Directive 2006/112/EC demands, in the languages of the Union.
    private static let reverseCharge = [
        "bg": "Обратно начисляване", "cs": "Daň odvede zákazník", "da": "Omvendt betalingspligt",
        "de": "Steuerschuldnerschaft des Leistungsempfängers", "el": "Αντίστροφη επιβάρυνση", "en": "Reverse charge",
        "es": "Inversión del sujeto pasivo", "et": "Pöördmaksustamine", "fi": "Käännetty verovelvollisuus", "fr": "Autoliquidation",
        "hr": "Prijenos porezne obveze", "hu": "Fordított adózás", "it": "Inversione contabile", "lt": "Atvirkštinis apmokestinimas",
        "lv": "Nodokļa apgrieztā maksāšana", "mt": "Inverżjoni tal-ħlas", "nl": "Btw verlegd", "pl": "Odwrotne obciążenie",
        "pt": "Autoliquidação", "ro": "Taxare inversă", "sk": "Prenesenie daňovej povinnosti", "sl": "Obrnjena davčna obveznost",
        "sv": "Omvänd betalningsskyldighet",
    ]

    @Test("say that the tax is owed by the buyer in the words of the directive", arguments: reverseCharge)
    func legalWords(tag: String, words: String) throws {
        #expect(try #require(InvoiceLocale(tag: tag)).labels.reverseCharge.hasPrefix(words))
    }

    @Test("entitle every kind of document differently", arguments: InvoiceLocale.tags)
    func titles(tag: String) throws {
        let labels = try #require(InvoiceLocale(tag: tag)).labels
        #expect(Set(DocumentType.allCases.map(labels.title)).count == DocumentType.allCases.count)
        #expect(labels.title(of: .quote) == labels.quote)
    }

    private func placeholders(in word: String) -> [String] {
        word.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map { String($0.prefix { $0 != "}" }) }.sorted()
    }
}
