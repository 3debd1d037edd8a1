import HTTPCore
import InvoicePDF

extension DocumentReport {
    /// More failures than this are not listed.
    static let listedFailures = 500

    /// As `POST /validate` answers it. Source: contracts/documint.md, Endpoints.
    var json: JSONValue {
        let business = business
        let isSound = faults.isEmpty && container?.passed ?? true && business?.passed ?? true
        return [
            // An XML that is no invoice is not valid, however well-formed; a PDF without an e-invoice may be.
            "valid": .bool(isSound && (kind == .pdf || business != nil)),
            "kind": kind == .pdf ? "pdf" : "xml",
            "container": container?.json ?? nil,
            "xml_faults": .array(
                faults.prefix(Self.listedFailures).map { ["location": .string($0.location), "message": .string($0.message)] }
            ),
            "invoice": business?.json ?? nil,
        ]
    }
}

extension ContainerReport {
    fileprivate var json: JSONValue {
        [
            "claims": [
                "pdfa": claims.pdfaPart.isEmpty ? nil : .string(claims.pdfaPart + claims.pdfaConformance.lowercased()),
                "pdfua": claims.pdfuaPart.isEmpty ? nil : .string(claims.pdfuaPart),
                "e_invoice_level": claims.invoiceLevel.isEmpty ? nil : .string(claims.invoiceLevel),
                "e_invoice_file": claims.invoiceFileName.isEmpty ? nil : .string(claims.invoiceFileName),
                "attachments": .array(claims.attachments.map(JSONValue.string)),
            ],
            "checks_run": .integer(checks.count),
            "checks_failed": list { !$0.isWarning },
            "warnings": list(where: \.isWarning),
            "notes": .array(notes.map(JSONValue.string)),
        ]
    }
}

extension ContainerReport {
    private func list(where isListed: (ContainerCheck) -> Bool) -> JSONValue {
        .array(
            checks.filter { !$0.passed && isListed($0) }.map {
                ["id": .string($0.id), "title": .string($0.title), "detail": .string($0.detail)]
            }
        )
    }
}

extension BusinessReport {
    fileprivate var json: JSONValue {
        [
            "specification": .string(specification),
            "number": .string(number),
            "rules_run": .array(rules.map(JSONValue.string)),
            "rules_failed": list { !$0.isWarning },
            "warnings": list(where: \.isWarning),
            "amounts": amounts?.json ?? nil,
        ]
    }

    private func list(where isListed: (RuleFailure) -> Bool) -> JSONValue {
        .array(
            failures.filter(isListed).prefix(DocumentReport.listedFailures).map { failure in
                [
                    "rule": .string(failure.ruleID), "message": .string(failure.message),
                    "terms": .array(failure.terms.map(JSONValue.string)), "location": JSONValue(failure.location),
                ]
            }
        )
    }
}

extension RecomputedAmounts {
    fileprivate var json: JSONValue {
        [
            "currency": .string(currency),
            "lines_total": amount(linesTotal),
            "discount": amount(allowances),
            "shipping": amount(charges),
            "tax_breakdown": .array(
                taxBreakdown.map { group in
                    [
                        "category": .string(group.category), "rate": .string(group.rate.description), "basis": amount(group.basis),
                        "tax": amount(group.tax),
                    ]
                }
            ),
            "net_total": amount(netTotal),
            "tax_total": amount(taxTotal),
            "total": amount(total),
            "amount_due": amount(amountDue),
        ]
    }

    private func amount(_ number: DecimalNumber) -> JSONValue {
        .string(number.text(minimumFractionDigits: Currency(code: currency)?.exponent ?? 2))
    }
}
