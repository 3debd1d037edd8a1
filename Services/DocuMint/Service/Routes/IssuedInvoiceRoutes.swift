import Accounts
import Database
import HTTPCore
import Hummingbird
import Timekeeping

/// What an account has issued.
struct IssuedInvoiceRoutes: Sendable {
    let store: DocuMintStore
    let maker: InvoiceMaker
    let baseURL: String

    func add(to group: RouterGroup<ServiceContext>) {
        group.get { request, context in try list(request, context) }
        group.get("{id}") { _, context in
            let invoice = try store.database.read { try find(context, in: $0) }
            return Response.json(.ok, .object(invoice.json(baseURL: baseURL)))
        }
        for form in [InvoiceForm.pdf, .xml] {
            group.get("{id}/\(form.pathEnd)") { _, context in try await file(form, context) }
        }
    }

    private func list(_ request: Request, _ context: ServiceContext) throws -> Response {
        let accountID = try context.requireIdentity().accountID
        let query = QueryReader(request)
        let page = ListPage(query)
        try query.finish()
        let (invoices, hasMore) = try store.database.read { try store.invoices(of: accountID, page, in: $0) }
        return .list(
            "data",
            invoices.map { .object($0.json(baseURL: baseURL)) },
            next: hasMore ? invoices.last?.rowID : nil,
            at: "\(baseURL)/api/v1/invoices",
            query: request.uri.query
        )
    }

    /// Made again from the request, which may be large: on a thread that may take its time.
    private func file(_ form: InvoiceForm, _ context: ServiceContext) async throws -> Response {
        let (invoice, request) = try await store.database.scan { connection in
            let invoice = try find(context, in: connection)
            guard let request = try store.request(of: invoice, in: connection) else { throw Self.missing }
            return (invoice, request)
        }
        let json = try await offEventLoop { try request.json }
        let (bytes, facts) = try await maker.file(form, of: json, at: invoice.issuedAt, context.logger)
        return InvoiceMaker.answer(bytes, form, sha256: facts.sha256).response
    }

    private func find(_ context: ServiceContext, in connection: Connection) throws -> IssuedInvoice {
        let (id, accountID) = (try context.parameter("id"), try context.requireIdentity().accountID)
        guard let invoice = try store.invoice(id, of: accountID, in: connection) else { throw Self.missing }
        return invoice
    }

    private static let missing = Problem.notFound("There is no invoice with this id.")
}
