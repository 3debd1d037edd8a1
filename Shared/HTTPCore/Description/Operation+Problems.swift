import HTTPTypes

extension Operation {
    /// What every operation can answer, whatever it does.
    static let problemsOfAll: [ProblemCode] = [
        .malformedRequest, .requestTimeout, .headersTooLarge, .internalError,
        .overloaded, .unavailable, .storageUnavailable, .deadlineExceeded,
    ]

    /// The problems that follow from what the operation takes, and its own: ``errors`` and
    /// - with a key: `invalid_api_key`, `insufficient_scope`;
    /// - with parameters of the path: `not_found`, of the query or head: `invalid_input`;
    /// - with a body: `payload_too_large`, and if it is JSON `invalid_json`, `invalid_input` and `unsupported_media_type`;
    /// - with an `Idempotency-Key`: `idempotency_key_in_use`, `idempotency_key_reused`, `conflict`;
    /// - with a rate limit or an `Idempotency-Key`, of which an account may have only so many: `rate_limited`.
    public var problems: [ProblemCode] {
        var codes: [ProblemCode] = []
        if access != .open { codes += [.unauthorized, .insufficientScope] }
        if let body {
            if body.isJSON { codes += [.invalidJSON, .invalidInput, .unsupportedMediaType] }
            codes.append(.payloadTooLarge)
        }
        if allParameters.contains(where: { $0.place != .path }) { codes.append(.invalidInput) }
        if path.utf8.contains(UInt8(ascii: "{")) { codes.append(.notFound) }
        if isIdempotent { codes += [.idempotencyKeyInUse, .idempotencyKeyReused, .conflict] }
        if isRateLimited || isIdempotent { codes.append(.rateLimited) }
        return Self.unique(codes + errors)
    }

    /// Every problem it can answer with: ``problems`` and those of every operation.
    public var allProblems: [ProblemCode] { Self.unique(problems + Self.problemsOfAll) }

    /// Its problems as answers, one for each status, from the lowest status to the highest.
    var problemAnswers: [(answer: Answer, codes: [ProblemCode])] {
        let groups = Dictionary(grouping: allProblems, by: \.status.code)
        return groups.keys.sorted().map { status in
            let codes = groups[status] ?? []
            let lines = codes.map { "- `\($0.code)`: \($0.title). \($0.advice)" }
            let media = Media("application/problem+json", .problem(with: codes))
            let headers = headers(ofProblems: status)
            return (Answer(.init(code: status), lines.joined(separator: "\n"), [media] + problemForms, headers: headers), codes)
        }
    }

    private func headers(ofProblems status: Int) -> [Header] {
        // A problem may come from further out than the limit is counted, and a used up quota may have no end.
        let limits = isRateLimited ? Header.rateLimit(required: false) : []
        let own: [Header] =
            switch status {
            case 401: [.authenticate]
            case 429: [.retryAfter.optional]
            case 503: [.retryAfter]
            default: []
            }
        return [Header.requestID] + limits + own
    }

    /// The codes, each once, in their order.
    private static func unique(_ codes: [ProblemCode]) -> [ProblemCode] {
        var seen: Set<ProblemCode> = []
        return codes.filter { seen.insert($0).inserted }
    }
}
