import Accounts
import Cryptography
import HTTPCore
import HTTPTypes
import Hummingbird
import InvoicePDF
import Logging
import Timekeeping

/// `POST /demo-invoice` and `POST /invoice`: the request is in `InvoiceInput.swift`.
struct InvoiceRoutes: Sendable {
    let accounts: Accounts
    let now: @Sendable () -> Timestamp
    /// What is being typeset, of both routes.
    let renders = RenderQueue()
    private let renderer = InvoiceRenderer()

    init(accounts: Accounts, now: @escaping @Sendable () -> Timestamp) {
        self.accounts = accounts
        self.now = now
    }

    /// The route that needs no key.
    func addDemo(to group: RouterGroup<ServiceContext>) {
        group.post("demo-invoice") { request, context in
            var input = try InvoiceInput(await request.jsonBody(context), at: now())
            input.invoice.isDemo = true
            if Self.wantsAmounts(request) { return try await amounts(of: input) }
            return try await Self.answer(pdf(of: input, context)).response
        }
    }

    /// The route that counts.
    func add(to group: RouterGroup<ServiceContext>) {
        group.post("invoice") { request, context in
            // Amounts alone make nothing: they do not count, and an `Idempotency-Key` means nothing to them.
            guard !Self.wantsAmounts(request) else {
                return try await amounts(of: InvoiceInput(await request.jsonBody(context), at: now()))
            }
            return try await invoice(request, context)
        }
    }

    private func invoice(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let accountID = try context.requireIdentity().accountID
        let quota = InvoiceQuota(accounts: accounts)
        return try await accounts.create(request, context) { request in
            let input = try InvoiceInput(await request.jsonBody(context), at: now())
            // Nothing is typeset for somebody who cannot have it.
            try quota.check(for: accountID, at: now())
            // First the PDF, then the count: what cannot be made is not counted, and what is not counted is not given out.
            let answer = Self.answer(try await pdf(of: input, context))
            let madeAt = now()
            return Creation { connection in
                try quota.take(for: accountID, at: madeAt, in: connection)
                return answer
            }
        }
    }

    /// Only when JSON is preferred outright: programs that take "JSON or anything" have always got a PDF.
    private static func wantsAmounts(_ request: Request) -> Bool {
        let accepted = AcceptedTypes(request.headers[.accept])
        return accepted.quality(of: "application/json") > accepted.quality(of: "application/pdf")
    }

    private func amounts(of input: InvoiceInput) async throws -> Response {
        do {
            return Response.json(.ok, try await offEventLoop { try InvoiceAmounts.compute(for: input.invoice).json })
        } catch let error as InvoiceError {
            throw error.answer(origins: input.origins)
        }
    }

    private func pdf(of input: InvoiceInput, _ context: ServiceContext) async throws -> [UInt8] {
        do {
            return try await renders.run { try renderer.render(input.invoice) }
        } catch let error as InvoiceError {
            if case .fontUnusable(let path) = error { context.logger.error("font unusable", metadata: ["path": "\(path)"]) }
            throw error.answer(origins: input.origins)
        }
    }

    private static func answer(_ pdf: [UInt8]) -> Answer {
        Answer(
            .ok,
            headers: [
                .contentType: "application/pdf", .contentDisposition: "inline; filename=\"invoice.pdf\"",
                .eTag: "\"\(SHA256.digest(of: pdf).hex)\"",
            ],
            body: pdf
        )
    }
}
