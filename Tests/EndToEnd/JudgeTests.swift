import TestKit
import Testing

/// Runs a script that starts what it asks itself and ends with 0 when nobody complains.
func expectNoComplaint(_ script: String, _ arguments: String...) async throws {
    let result = try await runTool(".run/python/bin/python", ["Tests/\(script)"] + arguments, within: .seconds(600))
    #expect(result.status == 0, "\(result.text.suffix(20_000))\(result.errorText.suffix(5_000))")
}

/// Invoices as programs see them that nobody here wrote. `make verify-pdf` does the same with far more of them.
@Suite(.serialized) struct JudgeTests {
    @Test func `files of every kind are sound to readers, validators and screen readers`() async throws {
        try await expectNoComplaint("VerifyPDF/verify.py", "--small")
    }

    @Test func `amounts agree with a model in Python's decimal and with eu-einvoice`() async throws {
        try await expectNoComplaint("VerifyPDF/amounts.py", "--count", "500")
    }

    @Test func `numbers, money and days are written as CLDR has them`() async throws {
        try await expectNoComplaint("VerifyPDF/locales.py")
    }
}
