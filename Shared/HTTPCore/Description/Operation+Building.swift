// Each gives the operation with one more thing said about it.
extension Operation {
    /// Says more than the summary: paragraphs with an empty line between them, and names between `` ` ``.
    public func saying(_ text: String) -> Operation { changing { $0.details = text } }

    /// Says who may use it. Default: everybody.
    public func requiring(_ access: Access) -> Operation { changing { $0.access = access } }

    /// Says what it takes in the path, the query and the head.
    public func taking(_ parameters: Parameter...) -> Operation { taking(parameters) }

    /// Takes parameters that several operations have in common.
    public func taking(_ parameters: [Parameter]) -> Operation { changing { $0.parameters += parameters } }

    /// Says that it gives a list page by page: it takes what `ListPage` reads.
    public func takingPage() -> Operation { taking(.limit, .cursor) }

    /// Says what body it reads. Default: none.
    public func reading(_ body: Body) -> Operation { changing { $0.body = body } }

    /// Says what it answers that is no problem; the usual answer first.
    public func answering(_ answers: Answer...) -> Operation { changing { $0.answers += answers } }

    /// Says which problems it has that do not follow from the rest (``problems``).
    public func failing(with errors: ProblemCode...) -> Operation { changing { $0.errors += errors } }

    /// Says that it words its problems in a form of its own, in JSON.
    public func failing(inForm schema: JSONSchema) -> Operation { changing { $0.problemForms.append(Media("application/json", schema)) } }

    /// Says that it takes an `Idempotency-Key`.
    public func idempotent() -> Operation { changing { $0.isIdempotent = true } }

    /// Says whether its answers carry `RateLimit` and `RateLimit-Policy`. Default: whether it takes an account's key.
    public func rateLimited(_ isLimited: Bool = true) -> Operation { changing { $0.limitsRate = isLimited } }

    /// Says that somebody else chooses what it answers, so that no status can be promised.
    public func answeringAnything() -> Operation { changing { $0.answersAnyStatus = true } }

    /// Says what the example sends, as far as the examples of the parameters and the body do not say it.
    ///
    /// Everywhere `$NAME`, in capital letters, is a variable of the shell: one that an example further up has captured, or `$API_KEY`.
    ///
    /// - Parameters:
    ///   - query: names and values, instead of the parameters that have examples.
    ///   - headers: whole lines. The key comes by itself if it is needed.
    ///   - body: a text that is sent instead of the body's example.
    ///   - upload: a file that is sent instead, which an example further up has made.
    ///   - seconds: after how many it is broken off, for answers without an end.
    ///   - output: the file that takes the answer, for answers that nobody reads in a terminal.
    ///   - captures: what later examples need: for each variable the path of a member of the answer, such as `id` or `keys.0.id`.
    public func example(
        query: KeyValuePairs<String, String> = [:],
        headers: [String] = [],
        body: String? = nil,
        upload: String? = nil,
        seconds: Int? = nil,
        output: String? = nil,
        captures: [String: String] = [:]
    ) -> Operation {
        changing {
            $0.sample = Example(
                query: query.map { (name: $0.key, value: $0.value) },
                headers: headers,
                body: body,
                upload: upload,
                seconds: seconds,
                output: output,
                captures: captures
            )
        }
    }

    private func changing(_ change: (inout Operation) -> Void) -> Operation {
        var operation = self
        change(&operation)
        return operation
    }
}
