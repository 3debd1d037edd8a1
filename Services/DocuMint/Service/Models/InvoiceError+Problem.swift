package import HTTPCore
import HTTPTypes
import InvoicePDF

extension ProblemCode {
    /// A text of the invoice has characters that no font has.
    static let missingGlyph = ProblemCode(
        "missing_glyph",
        .unprocessableContent,
        "Missing glyph",
        "Leave out or replace the characters that \"detail\" names; \"errors\" lists the texts that they are in."
    )
    /// The invoice would be too long.
    static let tooManyPages = ProblemCode(
        "too_many_pages",
        .unprocessableContent,
        "Too many pages",
        "Split the invoice into several with fewer items each, or shorten its texts."
    )
    /// A number or an amount has no room in the invoice.
    static let amountOutOfRange = ProblemCode(
        "amount_out_of_range",
        .unprocessableContent,
        "Amount out of range",
        """
        Use smaller numbers, or numbers with fewer digits, at the places that "errors" lists. An amount has room for 18 digits, those \
        behind the decimal point included.
        """
    )
    /// What the values say together is no invoice.
    static let impossibleInvoice = ProblemCode(
        "impossible_invoice",
        .unprocessableContent,
        "Impossible invoice",
        """
        Change what "errors" lists: each value is well-formed, but it contradicts another one, or cannot be used, as its message says.
        """
    )
    /// The profile wants more than the request says.
    static let eInvoiceIncomplete = ProblemCode(
        "e_invoice_incomplete",
        .unprocessableContent,
        "Incomplete for an e-invoice",
        """
        Add or correct what "errors" lists: each has the place in the request, the rule of EN 16931 or XRechnung as its code, and the \
        business term (BT) in its message. Or ask for the profile "pdfa", which has no e-invoice in it.
        """
    )
    /// A file that is neither a PDF nor an e-invoice in XML.
    static let unreadableDocument = ProblemCode(
        "unreadable_document",
        .unprocessableContent,
        "Unreadable document",
        "Send the bytes of a PDF file, or of an e-invoice in XML, as the body."
    )
}

extension DocuMint {
    /// The codes that only this product answers with.
    package static let errors: [ProblemCode] = [
        .missingGlyph, .tooManyPages, .amountOutOfRange, .impossibleInvoice, .eInvoiceIncomplete, .unreadableDocument,
    ]
}

extension InvoiceFault {
    /// What it is, for programs.
    var code: InputFault.Code { InputFault.Code(rawValue: kind.rawValue) }
}

extension InvoiceError {
    /// More characters than this are not listed.
    private static let listedCharacters = 20

    /// What the client is told: 422 for what cannot be computed or typeset, 503 for what is our fault. What is malformed has been refused
    /// before the engine sees it.
    ///
    /// - Parameter origins: where the request has its texts, if not where the engine looks for them.
    func answer(origins: [String: JSONPath]) -> Problem {
        switch self {
        case .invalid(let faults):
            Self.answer(
                to: Self.listed(faults) {
                    InputFault(path: origins[$0.path] ?? JSONPath(stringLiteral: $0.path), code: $0.code, message: $0.message)
                },
                areNumbers: faults.allSatisfy { $0.kind == .numberOutOfRange }
            )
        case .missingGlyph(let characters, let paths):
            Problem(
                .missingGlyph,
                "No font has these characters: \(Self.list(characters)).",
                faults: Self.listed(paths) {
                    InputFault(
                        path: origins[$0] ?? JSONPath(stringLiteral: $0),
                        code: "missing_glyph",
                        message: "has characters that no font has"
                    )
                }
            )
        case .eInvoiceIncomplete(let faults):
            Problem(
                .eInvoiceIncomplete,
                "The request lacks what an e-invoice of this profile must say; \"errors\" lists it.",
                faults: Self.listed(faults) {
                    InputFault(
                        path: origins[$0.path] ?? JSONPath(stringLiteral: $0.path),
                        code: InputFault.Code(rawValue: $0.ruleID),
                        message: $0.message
                    )
                }
            )
        case .tooManyPages(let limit):
            Problem(.tooManyPages, "The invoice would have more than \(limit) pages.")
        case .fontUnusable:
            Problem(
                .unavailable,
                "The fonts of this service cannot be read; whoever runs it has to install them.",
                headers: [.retryAfter: "60"]
            )
        }
    }

    /// The answer to values that are well-formed and cannot be used.
    ///
    /// - Parameter areNumbers: whether nothing is wrong but numbers that have no room.
    static func answer(to faults: [InputFault], areNumbers: Bool) -> Problem {
        guard areNumbers else {
            return Problem(.impossibleInvoice, "What the values say together is no invoice; \"errors\" says why.", faults: faults)
        }
        return Problem(
            .amountOutOfRange,
            "A number, or an amount that is computed from it, is too large or has too many digits; \"errors\" says where.",
            faults: faults
        )
    }

    /// As many faults as an answer lists.
    static func listed<Value>(_ values: [Value], _ fault: (Value) -> InputFault) -> [InputFault] {
        let listed = values.prefix(InvalidInput.listedFaults).map(fault)
        let rest = values.count - listed.count
        guard rest > 0 else { return listed }
        return listed + [InputFault(path: .root, code: .moreFaults, message: "\(rest) more places have the same fault")]
    }

    /// `日 (U+65E5), 本 (U+672C)`
    private static func list(_ characters: [Character]) -> String {
        let listed = characters.prefix(listedCharacters).map { character in
            "\(character) (\(character.unicodeScalars.map(number(of:)).joined(separator: " ")))"
        }
        let rest = characters.count - listed.count
        return listed.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }

    /// As Unicode writes it: in at least four digits.
    private static func number(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
}
