import HTTPTypes
public import Hummingbird
import NIOCore

extension RouterMethods where Context == ServiceContext {
    /// Adds `GET /openapi.json` and `GET /api-docs`. Both are written once, here.
    public func addDescription(_ api: APIDescription) {
        // Any site may read it: it holds nothing that is not public, and the tools that show it run in browsers.
        let document = PreparedDocument(
            ByteBuffer(bytes: api.openAPI.serializedBytes()),
            type: "application/json",
            headers: [.accessControlAllowOrigin: "*"]
        )
        let page = APIPage(api).page.document
        get("/openapi.json") { request, _ in document.response(to: request) }
        get("/api-docs") { request, _ in page.response(to: request) }
    }
}
