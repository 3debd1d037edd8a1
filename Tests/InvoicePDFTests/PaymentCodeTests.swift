import Testing

@testable import InvoicePDF

@Suite("Payment codes")
struct PaymentCodeTests {
    @Test("of the European Payments Council say whom to pay, how much and what for")
    func epc() throws {
        let code = try #require(try PaymentCodeSamples.epc.code())
        #expect(
            code.payload
                == "BCD\n002\n1\nSCT\nBFSWDE33BER\nWikimedia Fördergesellschaft\nDE33100205000001194700\nEUR123.4\n\n\nInvoice 2025-0042"
        )
        #expect(code.kind == .epc)
        #expect(code.qr.level == .medium)
    }

    @Test("of the European Payments Council carry a creditor reference in its own place, and text otherwise")
    func epcReference() throws {
        #expect(try #require(try PaymentCodeSamples.epcReference.code()).payload.hasSuffix("\nEUR123.4\n\nRF18539007547034"))
        var sample = PaymentCodeSamples.epc
        sample.payment.reference = "Order 7"
        sample.payment.message = "thank\nyou"
        #expect(try #require(try sample.code()).payload.hasSuffix("\n\n\nOrder 7 thank you"))
        sample.payment = PaymentDetails(code: .epc)
        #expect(try #require(try sample.code()).payload.hasSuffix("\n\n\n2025-0042"))
    }

    @Test("of Switzerland have the payload and the texts of the payment part")
    func swiss() throws {
        let code = try #require(try PaymentCodeSamples.swiss.code())
        let lines = code.payload.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
        #expect(
            lines == [
                "SPC", "0200", "1", "CH4431999123000889012", "S", "Robert Schneider AG", "Rue du Lac", "1268", "2501", "Biel", "CH", "", "",
                "", "", "", "", "", "1949.75", "CHF", "S", "Pia-Maria Rutschmann-Schnyder", "Grosse Marktgasse", "28", "9400", "Rorschach",
                "CH", "QRR", "210000000003139471430009017", "Order of 15.09.2025", "EPD",
            ]
        )
        #expect(
            code.kind
                == .swiss(
                    SwissPaymentPart(
                        account: ["CH44 3199 9123 0008 8901 2", "Robert Schneider AG", "Rue du Lac 1268", "2501 Biel"],
                        reference: "21 00000 00003 13947 14300 09017",
                        additionalInformation: "Order of 15.09.2025",
                        payableBy: ["Pia-Maria Rutschmann-Schnyder", "Grosse Marktgasse 28", "9400 Rorschach"],
                        currency: "CHF",
                        amount: "1 949.75"
                    )
                )
        )
    }

    @Test("of Switzerland leave the payer open where no place is known, and write foreign countries before the postal code")
    func swissOpenPayer() throws {
        var sample = PaymentCodeSamples.swissReference
        guard case .swiss(let part) = try #require(try sample.code()).kind else { return #expect(Bool(false)) }
        #expect(part.payableBy == ["Jürgen Groß", "Straße 1, Hinterhaus", "DE-10115 Berlin"])
        #expect(part.reference == "RF18 5390 0754 7034")
        sample.to = InvoiceParty(name: "Somebody")
        guard case .swiss(let open) = try #require(try sample.code()).kind else { return #expect(Bool(false)) }
        #expect(open.payableBy == nil)
    }

    @Test("are left out where nothing is to be paid")
    func nothingToPay() throws {
        for type in [DocumentType.creditNote, .receipt, .quote] {
            var request = PaymentCodeSamples.epc
            request.type = type
            #expect(try PaymentCode(for: request, amounts: .compute(for: request)) == nil)
        }
        var paid = PaymentCodeSamples.epc
        paid.amountPaid = try InvoiceAmounts.compute(for: paid).total
        #expect(try PaymentCode(for: paid, amounts: .compute(for: paid)) == nil)
        #expect(try PaymentCode(for: PaymentCodeSamples.epc, amounts: .compute(for: PaymentCodeSamples.epc)) != nil)
    }

    @Test("of India are links with percent encoding")
    func upi() throws {
        #expect(
            try #require(try PaymentCodeSamples.upi.code()).payload
                == "upi://pay?pa=shop.one@okbank&pn=Chai%20%26%20Co&am=450.00&cu=INR&tr=INV%2F42&tn=%E0%A4%9A%E0%A4%BE%E0%A4%AF"
        )
    }

    @Test("are none unless asked for")
    func none() throws {
        var sample = PaymentCodeSamples.epc
        sample.payment.code = .none
        #expect(try sample.code() == nil)
    }

    @Test("name everything that they lack at once", arguments: FaultCase.all)
    func faults(_ faultCase: FaultCase) {
        #expect(throws: InvoiceError.invalid(faultCase.faults)) { try faultCase.request.code() }
    }

    struct FaultCase: Sendable {
        let request: InvoiceRequest
        let faults: [InvoiceFault]

        init(_ request: InvoiceRequest, _ faults: [(String, InvoiceFault.Kind)], _ change: (inout InvoiceRequest) -> Void) {
            var request = request
            change(&request)
            self.request = request
            self.faults = faults.map { InvoiceFault(path: $0.0, kind: $0.1) }
        }

        static let all: [FaultCase] = [
            FaultCase(
                PaymentCodeSamples.epc,
                [
                    ("$.from.bic", .bicInvalid), ("$.from.name", .requiredForPaymentCode), ("$.from.iban", .ibanInvalid),
                    ("$.currency", .currencyNotOfPaymentCode), ("$.payment.reference", .referenceInvalid),
                ]
            ) {
                $0.from = InvoiceParty(iban: "DE33100205000001194701", bic: "BFSW")
                $0.currency = .usd
                $0.payment.reference = "RF19539007547034"
            },
            FaultCase(
                PaymentCodeSamples.epc,
                [
                    ("$.from.name", .tooLongForPaymentCode), ("$.from.iban", .requiredForPaymentCode), ("$.payment.qr", .amountNotPayable),
                    ("$.payment.message", .tooLongForPaymentCode),
                ]
            ) {
                $0.from.name = String(repeating: "n", count: 71)
                $0.from.iban = " "
                $0.items[0].unitPrice = 1_000_000_000
                $0.payment.message = String(repeating: "m", count: 141)
            },
            // Within the limit of characters, but beyond 331 bytes.
            FaultCase(PaymentCodeSamples.epc, [("$.payment.message", .tooLongForPaymentCode)]) {
                $0.payment.message = String(repeating: "€", count: 140)
            },
            FaultCase(
                PaymentCodeSamples.swiss,
                [
                    ("$.from.iban", .ibanNotSwiss), ("$.from.country", .countryNotACode), ("$.from.name", .characterNotInPaymentCode),
                    ("$.from.city", .requiredForPaymentCode), ("$.to.country", .requiredForPaymentCode),
                    ("$.payment.reference", .qrReferenceInvalid),
                ]
            ) {
                $0.from = InvoiceParty(name: "株式会社", postalCode: "1", country: "Schweiz", iban: "DE33100205000001194700")
                $0.to.country = ""
            },
            FaultCase(PaymentCodeSamples.swiss, [("$.payment.reference", .qrReferenceInvalid)]) { $0.payment.reference = "" },
            FaultCase(PaymentCodeSamples.swiss, [("$.payment.reference", .qrReferenceInvalid)]) {
                $0.payment.reference = "210000000003139471430009018"
            },
            FaultCase(PaymentCodeSamples.swissReference, [("$.payment.reference", .referenceInvalid)]) { $0.payment.reference = "Order 7" },
            FaultCase(PaymentCodeSamples.upi, [("$.payment.upi_id", .requiredForPaymentCode)]) { $0.payment.upiID = "" },
            FaultCase(PaymentCodeSamples.upi, [("$.payment.upi_id", .upiIDInvalid)]) { $0.payment.upiID = "shop&am=1@bank" },
        ]
    }
}

@Suite("Check digits")
struct CheckDigitTests {
    @Test(
        "of IBANs are right",
        arguments: ["DE33100205000001194700", "ch44 3199 9123 0008 8901 2", "NO9386011117947", "MT84MALT011000012345MTLCAST001S"]
    )
    func iban(text: String) throws {
        #expect(try #require(IBAN(parsing: text)).text == text.uppercased().filter { $0 != " " })
    }

    @Test(
        "of IBANs find what is wrong",
        arguments: [
            "", "DE", "DE33100205000001194701", "DE3310020500000119470", "3333100205000001194700", "DE33-1002", "DEXX100205000001194700",
            "ÄE33",
        ]
    )
    func wrongIBAN(text: String) {
        #expect(IBAN(parsing: text) == nil)
    }

    @Test(
        "of creditor references are right or not",
        arguments: [
            ("RF18 5390 0754 7034", true), ("rf18539007547034", true), ("RF18539007547035", false), ("DE33100205000001194700", false),
            ("RF18", false),
        ]
    )
    func creditorReference(text: String, isValid: Bool) {
        #expect((CreditorReference(parsing: text) != nil) == isValid)
    }

    @Test(
        "of QR references are right or not",
        arguments: [
            ("21 00000 00003 13947 14300 09017", true), ("000000000000000000000000000", true), ("210000000003139471430009018", false),
            ("21000000000313947143000901", false),
        ]
    )
    func qrReference(text: String, isValid: Bool) {
        #expect((QRReference(parsing: text) != nil) == isValid)
    }
}
