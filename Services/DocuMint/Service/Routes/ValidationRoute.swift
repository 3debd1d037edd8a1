import HTTPCore
import HTTPTypes
import Hummingbird
import InvoicePDF

/// Says what is right and wrong with a file of anybody.
struct ValidationRoute: Sendable {
    /// The largest file that is looked at: scans make invoices large.
    static let maximumBytes = 5 << 20

    /// Other than rendering, so that large files of strangers take no place from invoices.
    private let queue = RenderQueue(capacity: 16)

    func add(to group: RouterGroup<ServiceContext>) {
        group.post("validate") { request, context in
            // Whatever the media type says: programs often send none, or a wrong one, and the bytes tell.
            let body = Array(try await request.bytes(upTo: Self.maximumBytes).readableBytesView)
            do {
                return Response.json(.ok, try await queue.run { try DocumentInspection.inspect(body).json })
            } catch let error as InspectionError {
                throw Problem(.unreadableDocument, error.description)
            }
        }
    }
}
