public import Hummingbird
import NIOCore

extension Request {
    /// The body as JSON, under the terms of ``jsonBody(_:)``, or an empty object where there is no body: for routes whose fields are all
    /// optional.
    public func optionalJSONBody(_ context: ServiceContext) async throws -> JSONValue {
        let bytes = try await bytes(upTo: context.maxBodyBytes)
        guard bytes.readableBytes > 0 else { return [:] }
        // A body that came in pieces can be read only once.
        var request = self
        request.body = RequestBody(buffer: bytes)
        return try await request.jsonBody(context)
    }
}
