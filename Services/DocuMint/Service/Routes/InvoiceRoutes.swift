import Accounts
import HTTPCore
import HTTPTypes
import Hummingbird
import InvoicePDF
import Timekeeping

/// `POST /demo-invoice` and `POST /invoice`: the request is in `InvoiceInput.swift`.
struct InvoiceRoutes: Sendable {
    let store: DocuMintStore
    let maker: InvoiceMaker
    let now: @Sendable () -> Timestamp

    private var accounts: Accounts { store.accounts }

    /// The route that needs no key.
    func addDemo(to group: RouterGroup<ServiceContext>) {
        group.post("demo-invoice") { request, context in
            let form = InvoiceForm(wantedBy: request)
            guard form != .amounts else { return try await amounts(request, context) }
            let (bytes, facts) = try await maker.file(form, of: request.jsonBody(context), at: now(), isDemo: true, context.logger)
            return InvoiceMaker.answer(bytes, form, sha256: facts.sha256).response
        }
    }

    /// The route that counts.
    func add(to group: RouterGroup<ServiceContext>) {
        group.post("invoice") { request, context in
            let form = InvoiceForm(wantedBy: request)
            // Amounts alone make nothing: they do not count, and an `Idempotency-Key` means nothing to them.
            guard form != .amounts else { return try await amounts(request, context) }
            return try await invoice(form, request, context)
        }
    }

    private func invoice(_ form: InvoiceForm, _ request: Request, _ context: ServiceContext) async throws -> Response {
        let accountID = try context.requireIdentity().accountID
        let quota = InvoiceQuota(accounts: accounts)
        return try await accounts.create(request, context, variant: form == .pdf ? "" : form.mediaType) { request in
            let body = try await request.jsonBody(context)
            let issuedAt = now()
            // Nothing is typeset for somebody who cannot have it.
            let isAllowed = Result { try quota.check(for: accountID, at: issuedAt) }
            // First the file, then the count: what cannot be made is not counted, and what is not counted is not given out.
            let (bytes, issued) = try await maker.file(form, of: body, at: issuedAt, isAllowed: isAllowed, context.logger)
            let place = "/api/v1/invoices/\(issued.publicID)/\(form.pathEnd)"
            let answer = InvoiceMaker.answer(bytes, form, sha256: issued.sha256, at: place)
            // May have a megabyte: neither the event loop nor the writer waits for it.
            let kept = await offEventLoop { StoredRequest(body) }
            let madeAt = now()
            return Creation { connection in
                try quota.take(for: accountID, at: madeAt, in: connection)
                try store.insert(issued, kept, for: accountID, in: connection)
                return answer
            }
        }
    }

    private func amounts(_ request: Request, _ context: ServiceContext) async throws -> Response {
        Response.json(.ok, try await maker.amounts(of: request.jsonBody(context), at: now()).json)
    }
}
