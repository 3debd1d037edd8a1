import FlagRules
import HTTPCore
import HTTPTypes
import Hummingbird
import NIOCore

/// The OpenFeature Remote Evaluation Protocol 0.3: what the client libraries of OpenFeature ask.
///
/// Source: https://github.com/open-feature/protocol, service/openapi.yaml
struct OFREPRoutes: Sendable {
    /// Where the protocol begins.
    static let path = "/ofrep/v1"

    let gate: SDKKeyGate
    let streams: ChangeStreams

    func add(to group: RouterGroup<ServiceContext>) {
        group.post("evaluate/flags/{key}") { request, context in try await answer(context) { try await evaluateOne(request, context) } }
        group.post("evaluate/flags") { request, context in try await answer(context) { try await evaluateAll(request, context) } }
        group.get("events") { request, context in try await answer(context) { try open(request, context) } }
        for path in ["evaluate/flags", "evaluate/flags/{key}", "events"] as [RouterPath] {
            group.on(path, method: .options) { _, _ in AllowAnyOrigin.allowing(AllowAnyOrigin.preflight) }
        }
    }

    /// An answer that pages of any site may read, or an error in the protocol's words. Not a middleware: this is the hottest code of the product,
    /// and each costs as much as an evaluation.
    private func answer(_ context: ServiceContext, _ work: () async throws -> Response) async throws -> Response {
        do {
            return AllowAnyOrigin.allowing(try await work())
        } catch {
            return AllowAnyOrigin.allowing(try OFREPError(error, context).response(for: try? context.parameter("key")))
        }
    }

    // MARK: One flag

    private func evaluateOne(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let project = try gate.project(for: request, context)
        let key = try context.parameter("key")
        let evaluationContext = try EvaluationContext(ofrep: try await request.jsonBody(context), at: gate.now)
        let snapshot = project.snapshot
        // Checked first because comparing any text from outside may take long.
        guard CompiledFlag.isValid(key: key), let flag = snapshot.parts.flags[key] else { throw OFREPError.flagNotFound }
        let buffer = try await snapshot.evaluating(for: request) {
            var buffer = ByteBufferAllocator().buffer(capacity: 256)
            try flag.write(in: evaluationContext, of: snapshot, memo: nil, to: &buffer)
            return buffer
        }
        gate.countEvaluation(of: project)
        return Response.bytes(.ok, buffer, type: Self.type)
    }

    // MARK: All flags

    private func evaluateAll(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let project = try gate.project(for: request, context)
        // The path of one flag whose key is empty.
        if request.uri.path.hasSuffix("/") { throw OFREPError.flagNotFound }
        let evaluationContext = try EvaluationContext(ofrep: try await request.jsonBody(context), at: gate.now)
        let knownVersion = try Self.knownVersion(request)
        let snapshot = project.snapshot
        var buffer = await snapshot.evaluating(for: request) { snapshot.answer(in: evaluationContext) }
        let tag = EntityTag(of: buffer)
        gate.countEvaluation(of: project)
        let headers: HTTPFields = [.eTag: tag.text]
        // Whoever was told of another configuration than the one that is answered from wants an answer in any case.
        let isAsExpected = knownVersion.map { [tag, EntityTag(snapshot.version)].contains(EntityTag($0)) } ?? true
        if isAsExpected, tag.isKnown(by: request.headers) { return Response(status: .notModified, headers: headers) }
        streams.writeAddress(of: project, from: snapshot, to: &buffer)
        return Response.bytes(.ok, buffer, type: Self.type, headers: headers)
    }

    /// The configuration that the client was told of (`flagConfigEtag`).
    private static func knownVersion(_ request: Request) throws -> String? {
        // Most requests have no query, and reading it would cost them as much as an evaluation.
        guard request.uri.query != nil else { return nil }
        let query = QueryReader(request)
        let version = query.string("flagConfigEtag", length: 0...1_000)
        try query.finish()
        return version
    }

    // MARK: Changes

    private func open(_ request: Request, _ context: ServiceContext) throws -> Response {
        let query = QueryReader(request)
        let channel = query.string("channel", length: 0...1_000)
        let since = query.string("since", length: 0...1_000)
        try query.finish()
        let project: LiveProject
        if let channel {
            guard let found = streams.project(ofChannel: channel) else { throw OFREPError.noSuchChannel }
            project = found
        } else {
            project = try gate.project(for: request, context)
        }
        return streams.stream(of: project, after: request.headers[.lastEventID] ?? since)
    }

    private static let type = "application/json"
}

extension OFREPError {
    /// 404.
    fileprivate static let noSuchChannel = OFREPError(
        status: .notFound,
        code: .general,
        details: "There is no such channel. The answer about all flags says in \"eventStreams\" where their changes are announced."
    )
}

extension LiveFlag {
    /// Writes what the flag gives.
    ///
    /// - Throws: ``OFREPError/targetingKeyMissing`` if a percentage was asked about a targeting key that is not there.
    fileprivate func write(
        in context: EvaluationContext,
        of snapshot: LiveSnapshot,
        memo: EvaluationMemo?,
        to buffer: inout ByteBuffer
    ) throws(OFREPError) {
        let evaluation = flag.evaluate(in: context, among: snapshot.rules, memo: memo)
        if let missing = evaluation.missingBucketingAttribute, EvaluationContext.targetingAttributes.contains(missing) {
            throw .targetingKeyMissing
        }
        rendering.write(evaluation, to: &buffer)
    }
}

extension LiveSnapshot {
    /// What all flags give, as the beginning of an answer: `{"flags":[…]`.
    fileprivate func answer(in context: EvaluationContext) -> ByteBuffer {
        var buffer = ByteBufferAllocator().buffer(capacity: 128 * (flags.count + 2))
        buffer.writeStaticString(#"{"flags":["#)
        let memo = EvaluationMemo()
        for (index, flag) in flags.enumerated() {
            if index > 0 { buffer.writeStaticString(",") }
            do throws(OFREPError) {
                try flag.write(in: context, of: self, memo: memo, to: &buffer)
            } catch {
                buffer.writeBytes(error.json(for: flag.flag.key).serializedBytes())
            }
        }
        buffer.writeStaticString("]")
        return buffer
    }
}
