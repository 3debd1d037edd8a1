import HTTPTypes
import NIOCore

/// Makes, logs and counts the answers that a connection gives before, or in place of, the code that answers requests.
struct Refusals: Sendable {
    let accessLog: AccessLog?
    let metrics: RouteMetrics

    func answer(_ problem: Problem, requestID: String, connection: Connection) -> (head: HTTPResponse, body: ByteBuffer) {
        let body = ByteBuffer(bytes: problem.json(requestID: requestID).serializedBytes())
        var fields = problem.headers
        fields[.contentType] = "application/problem+json"
        fields[.contentLength] = String(body.readableBytes)
        metrics.record(status: problem.code.status.code, seconds: 0)
        accessLog?.write(
            AccessLog.Entry(
                method: "-",
                path: "-",
                status: problem.code.status.code,
                nanoseconds: 0,
                bytes: body.readableBytes,
                requestID: requestID,
                client: connection.peer?.description,
                code: problem.code.code
            )
        )
        return (HTTPResponse(status: problem.code.status, headerFields: fields), body)
    }
}
