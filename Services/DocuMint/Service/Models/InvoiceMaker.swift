import Accounts
import HTTPCore
import HTTPTypes
import InvoicePDF
import Logging
import Timekeeping

/// Makes files and amounts on the threads that are there for it.
struct InvoiceMaker: Sendable {
    /// What is being typeset, of all routes.
    let renders = RenderQueue()
    private let renderer = InvoiceRenderer()

    /// The amounts of the invoice that a request asks for.
    ///
    /// - Throws: what the client is told.
    func amounts(of request: JSONValue, at now: Timestamp) async throws -> InvoiceAmounts {
        try await offEventLoop {
            let input = try InvoiceInput(request, at: now)
            return try input.made { try InvoiceAmounts.compute(for: $0) }
        }
    }

    /// The file that a request asks for, with its facts.
    ///
    /// The request is read where the file is made, so that no more logos are unpacked at once than invoices are typeset.
    ///
    /// - Parameters:
    ///   - now: when it is issued.
    ///   - isAllowed: the reason not to make it, if there is one, for a request that has no fault.
    /// - Throws: what the client is told.
    func file(
        _ form: InvoiceForm,
        of request: JSONValue,
        at now: Timestamp,
        isDemo: Bool = false,
        isAllowed: Result<Void, any Error> = .success(()),
        _ logger: Logger
    ) async throws -> (bytes: [UInt8], facts: IssuedInvoice) {
        try await renders.run {
            var input = try InvoiceInput(request, at: now)
            input.invoice.isDemo = isDemo
            try isAllowed.get()
            return try input.made(logger) { invoice in
                let amounts = try InvoiceAmounts.compute(for: invoice)
                let bytes =
                    try form == .xml
                    ? renderer.eInvoice(for: invoice, amounts: amounts) : renderer.render(invoice, amounts: amounts)
                return (bytes, try IssuedInvoice(bytes, form, of: invoice, amounts, at: now))
            }
        }
    }

    /// The file as an answer.
    ///
    /// - Parameters:
    ///   - sha256: of the bytes, in hexadecimal digits.
    ///   - place: where it can be had again; `nil` for nowhere.
    static func answer(_ bytes: [UInt8], _ form: InvoiceForm, sha256: String, at place: String? = nil) -> Answer {
        var fields: HTTPFields = [
            .contentType: form.mediaType, .contentDisposition: "inline; filename=\"\(form.fileName)\"",
            .eTag: "\"\(sha256)\"",
        ]
        if let place { fields[.contentLocation] = place }
        return Answer(.ok, headers: fields, body: bytes)
    }
}

extension InvoiceInput {
    /// What is made of the invoice.
    ///
    /// - Parameter logger: is told of what is our own fault.
    /// - Throws: what the client is told.
    fileprivate func made<Made>(_ logger: Logger? = nil, _ make: (InvoiceRequest) throws -> Made) throws -> Made {
        do {
            return try make(invoice)
        } catch let error as InvoiceError {
            if case .fontUnusable(let path) = error { logger?.error("font unusable", metadata: ["path": "\(path)"]) }
            throw error.answer(origins: origins)
        }
    }
}
