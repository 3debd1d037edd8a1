import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Timekeeping

/// Where requests come in and answers go out: gives each request its id and context, turns errors into problems, counts and logs.
struct Edge: Sendable {
    let responder: RouterResponder<ServiceContext>
    let trustedProxies: TrustedProxies
    let maxBodyBytes: Int
    let accessLog: AccessLog?
    let refusals: Refusals
    let logger: Logger

    /// Answers a request.
    ///
    /// - Returns: what is left to do if nobody knows how long the answer will be, and so how long it takes; it belongs into a task of its own.
    ///   The memory of a task grows with the depth of its calls and is given back at its end: routing and answering take several kilobytes,
    ///   which a stream would hold for hours.
    func respond(to request: Request, _ writer: AnswerWriter, on connection: Connection) async -> (@Sendable () async -> Void)? {
        let start = MonotonicClock.nanoseconds
        let source = source(of: request, on: connection)
        connection.requestID = source.requestID
        let context = ServiceContext(source: source)
        let (response, code) = await answer(to: request, context: context)
        guard response.body.contentLength != nil else {
            let (method, path) = (request.method, request.uri.path)
            return {
                try? await writer.write(response)
                note(method, path, context, response, code: code, start: start, connection)
            }
        }
        // A client that has gone gets no answer; that there was one is noted all the same.
        try? await writer.write(response)
        note(request.method, request.uri.path, context, response, code: code, start: start, connection)
        return nil
    }

    private func source(of request: Request, on connection: Connection) -> ServiceContextSource {
        var requestID: String?
        var client = connection.peer
        if let peer = connection.peer, trustedProxies.contains(peer) {
            requestID = request.headers[.requestID].flatMap { RequestID.isAcceptable($0) ? $0 : nil }
            client = trustedProxies.client(peer: peer, forwardedFor: request.headers[values: .forwardedFor])
        }
        return ServiceContextSource(
            logger: logger,
            requestID: requestID ?? RequestID.next(),
            clientAddress: client,
            rawHead: connection.takeRawHead(),
            maxBodyBytes: maxBodyBytes,
            record: RequestRecord()
        )
    }

    private func answer(to request: Request, context: ServiceContext) async -> (Response, code: String?) {
        do {
            return (try await responder.respond(to: request, context: context), nil)
        } catch {
            let problem = problem(error, context: context)
            return (problem.response(requestID: context.requestID), problem.code.code)
        }
    }

    private func problem(_ error: any Error, context: ServiceContext) -> Problem {
        if let problem = Problem(error) { return problem }
        if error is CancellationError { return .stopping }
        context.logger.error("request failed", metadata: ["error": "\(error)", "route": "\(context.record.route?.route ?? "-")"])
        return .internalError
    }

    private func note(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ context: ServiceContext,
        _ response: Response,
        code: String?,
        start: Int64,
        _ connection: Connection
    ) {
        // Then the connection has given another answer, and noted that one.
        guard !connection.isAbandoned else { return }
        let nanoseconds = MonotonicClock.nanoseconds - start
        let route = context.record.route
        route?.record(status: response.status.code, seconds: Double(nanoseconds) / 1e9)
        accessLog?.write(
            AccessLog.Entry(
                method: method.rawValue,
                path: route?.loggable(path) ?? "-",
                status: response.status.code,
                nanoseconds: nanoseconds,
                bytes: method == .head ? 0 : response.body.contentLength,
                requestID: context.requestID,
                client: context.clientAddress?.description,
                route: route?.route,
                accountID: context.record.accountID,
                code: code
            )
        )
    }
}

extension Problem {
    /// The answer that tells a client.
    func response(requestID: String) -> Response {
        .bytes(
            code.status,
            ByteBuffer(bytes: json(requestID: requestID).serializedBytes()),
            type: "application/problem+json",
            headers: headers
        )
    }
}
