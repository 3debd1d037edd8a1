import Testing

@testable import InvoicePDF

@Suite("Rules of EN 16931 and XRechnung")
struct EInvoiceRulesTests {
    @Test("find nothing in a good invoice", arguments: [InvoiceProfile.facturXBasic, .facturXEN16931, .xrechnung])
    func good(profile: InvoiceProfile) throws {
        #expect(EInvoiceRules.failures(of: try .sample(profile)).isEmpty)
        for category in TaxCategory.allCases where category != .standard {
            #expect(EInvoiceRules.failures(of: try .sample(profile, category: category)).isEmpty, "\(category)")
        }
    }

    @Test("each find what breaks it, and nothing but what follows from that", arguments: EInvoiceMutation.all)
    func mutation(mutation: EInvoiceMutation) throws {
        let invoice = try mutation.mutated()
        #expect(invoice.brokenRules.union(invoice.warnings) == mutation.also.union([mutation.rule]))
    }

    @Test("are all proved by a mutation")
    func complete() throws {
        let rules = Set(EInvoiceRules.rules(for: try .sample(.xrechnung)).map(\.id))
        #expect(rules.subtracting(EInvoiceMutation.all.map(\.rule)).isEmpty)
        #expect(rules.count > 200)
    }

    @Test("forgive in tax what official validators forgive, and say so")
    func tolerance() throws {
        var invoice = try EInvoice.sample()
        invoice.taxBreakdown[0].tax = "1528.47"
        invoice.totals.tax = "1528.47"
        invoice.totals.gross = "9573.08"
        invoice.totals.due = "9573.08"
        #expect(invoice.brokenRules.isEmpty)
        #expect(invoice.warnings == ["BR-CO-17", "BR-S-09"])
    }

    @Test("say where they are broken")
    func location() throws {
        var invoice = try EInvoice.sample()
        invoice.lines[1].name = ""
        let failure = try #require(EInvoiceRules.failures(of: invoice).first)
        #expect(failure.location == "BG-25[2]")
        #expect(failure.terms == ["BT-153"])
        #expect(!failure.isWarning)
    }

    @Test("of XRechnung are for those who follow it")
    func scope() throws {
        let ids = Set(EInvoiceRules.rules(for: try .sample()).map(\.id))
        #expect(!ids.contains("BR-DE-15"))
        #expect(ids.contains("BR-CO-10"))
    }

    @Test(
        "accept a discount for early payment as XRechnung writes it",
        arguments: ["#SKONTO#TAGE=14#PROZENT=2.25#\n", "Text\n#SKONTO#TAGE=7#PROZENT=3.00#BASISBETRAG=-12.50#\n", "No. #1", ""]
    )
    func skonto(terms: String) { #expect(SkontoTerms.areWellFormed(terms)) }
}
