extension APIPage {
    /// What holds for many operations.
    struct Section: Sendable {
        let id: String
        let title: String
        /// Paragraphs of prose.
        let text: String
        var more: [HTML] = []
    }

    /// Those that this API has a use for.
    var sections: [Section] {
        var sections = [authentication, errors]
        if api.operations.contains(where: \.isIdempotent) { sections.append(Self.idempotency) }
        if api.operations.contains(where: \.isRateLimited) { sections.append(Self.rateLimits) }
        if api.operations.contains(where: \.takesCursor) { sections.append(Self.lists) }
        return sections + [Self.values]
    }

    private var authentication: Section {
        var text = """
            Send your API key with every request that needs one, as `Authorization: Bearer <key>` or as `X-API-Key: <key>`. A key has \
            scopes: with `read` it can look at everything but keys, with `write` it can also change things, and with `admin` it can also \
            manage keys and the account itself.

            The examples are for a shell. They take the key from a variable: `export API_KEY=…`.
            """
        if api.operations.contains(where: { $0.access == .sdkKey }) {
            text += " An SDK key is the key of one project, for the program that uses it; the examples take it from `SDK_KEY`."
        }
        return Section(id: "about-authentication", title: "Authentication", text: text)
    }

    private var errors: Section {
        Section(
            id: "about-errors",
            title: "Errors",
            text: """
                Every error is answered as `application/problem+json`. Compare `code`, which never changes; `detail` says what is wrong \
                this time, `errors` lists all that is wrong with the input, and `request_id` is what we need to find the request in our \
                logs. A path that exists, but not for this method, is answered 405 with the methods that it exists for in `Allow`.

                These can come from anywhere, and are not repeated below:
                """,
            more: [problems(Operation.problemsOfAll), .element("p", ["All errors: ", .link("/errors", .code("/errors")), "."])]
        )
    }

    private static let idempotency = Section(
        id: "about-idempotency",
        title: "Doing things once",
        text: """
            Operations that make something take an `Idempotency-Key`, a text of 1 to 255 printable ASCII characters that you choose, \
            such as a random UUID. If you do not know whether a request has arrived, send it again, byte for byte, with the same key: \
            what it makes is made once, and you get the first answer again, with `Idempotent-Replayed: true`. Keys are remembered for 24 \
            hours. An account can have 10 000 answers that are remembered, and 512 MiB of them. A sign-up is answered again only to the \
            address that it came from, because the answer holds a key.
            """
    )

    private static let rateLimits = Section(
        id: "about-rate-limits",
        title: "Rate limits",
        text: """
            Where requests are limited, `RateLimit-Policy` says how many are allowed in how many seconds (`"default";q=60;w=60`) and \
            `RateLimit` how many are left and when all are there again (`"default";r=59;t=1`). Beyond, the answer is 429, with the seconds \
            to wait in `Retry-After`.
            """
    )

    private static let lists = Section(
        id: "about-lists",
        title: "Lists",
        text: """
            Lists come in pages of `limit` entries, 1 to 100, by default 50. `next_cursor` is what to send as `cursor` for the next page, \
            and `null` on the last one; the header field `Link` has the whole address of the next page.
            """
    )

    private static let values = Section(
        id: "about-values",
        title: "Values",
        text: """
            Bodies are JSON in UTF-8 unless something else is said. Times are given in RFC 3339 in UTC, such as `2026-11-26T09:00:00Z`. \
            Fields that an operation does not know are refused, with the place where they stand; an optional field that is `null` counts \
            as absent, unless the operation says otherwise. `HEAD` works wherever `GET` does.
            """
    )
}

extension Operation {
    /// Whether it gives a list page by page.
    fileprivate var takesCursor: Bool { parameters.contains { $0.place == .query && $0.name == "cursor" } }
}
