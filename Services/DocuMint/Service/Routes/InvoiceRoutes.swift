import Cryptography
import Database
import Timekeeping
import HTTPCore
import HTTPTypes
import Hummingbird
import InvoicePDF
import Logging

/// `POST /demo-invoice` and `POST /invoice`: the request is in `InvoiceInput.swift`.
struct InvoiceRoutes: Sendable {
    let store: DocuMintStore
    let now: @Sendable () -> Timestamp
    /// What is being typeset, of both routes.
    let renders = RenderQueue()
    private let renderer = InvoiceRenderer()

    init(store: DocuMintStore, now: @escaping @Sendable () -> Timestamp) {
        self.store = store
        self.now = now
    }

    /// The route that needs no key.
    func addDemo(to group: RouterGroup<ServiceContext>) {
        group.post("demo-invoice") { request, context in
            var input = try InvoiceInput(await request.jsonBody(context), at: now())
            input.invoice.isDemo = true
            if Self.wantsAmounts(request) { return try await amounts(of: input) }
            return Self.answer(try await pdf(of: input, context))
        }
    }

    /// The route that counts.
    func add(to group: RouterGroup<ServiceContext>) {
        group.post("invoice") { request, context in
            let identity = try context.requireIdentity()
            let input = try InvoiceInput(await request.jsonBody(context), at: now())
            if Self.wantsAmounts(request) { return try await amounts(of: input) }
            // Nothing is typeset for somebody who cannot have it.
            try store.checkQuota(of: identity, at: now())
            // First the PDF, then the count: what cannot be made is not counted, and what is not counted is not given out.
            let pdf = try await pdf(of: input, context)
            try await store.countInvoice(of: identity, at: now())
            return Self.answer(pdf)
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

    private static func answer(_ pdf: [UInt8]) -> Response {
        Response.bytes(
            .ok,
            ByteBuffer(bytes: pdf),
            type: "application/pdf",
            headers: [.contentDisposition: "inline; filename=\"invoice.pdf\"", .eTag: "\"\(SHA256.digest(of: pdf).hex)\""]
        )
    }
}
