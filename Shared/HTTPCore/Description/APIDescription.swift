/// All that a service offers over HTTP, as values: written as OpenAPI 3.1 for programs (``openAPI``) and as a page for people.
///
///     let api = APIDescription(
///         title: "CronPing", summary: "Watches cron jobs", version: "1.0.0", baseURL: "https://cronping.example",
///         operations: CronPing.operations + Operation.shared, codes: [.invalidCronExpression]
///     )
///     router.addDescription(api)
public struct APIDescription: Sendable {
    /// The name of the product.
    public var title: String
    /// What it is for, in a few words.
    public var summary: String
    /// The product's version.
    public var version: String
    /// Where it is reached, without a slash at the end.
    public var baseURL: String
    /// What it offers, in the order in which people should read it. The examples are run in this order, too.
    public var operations: [Operation]
    /// Every error it knows: ``ProblemCode/shared`` and the product's own.
    public var codes: [ProblemCode]

    /// A description.
    ///
    /// - Parameters:
    ///   - baseURL: where it is reached, without a slash at the end. Default: where the description was loaded from.
    ///   - codes: the product's own.
    public init(
        title: String,
        summary: String,
        version: String,
        baseURL: String = "",
        operations: [Operation],
        codes: [ProblemCode] = []
    ) {
        self.title = title
        self.summary = summary
        self.version = version
        self.baseURL = baseURL
        self.operations = operations
        self.codes = ProblemCode.shared + codes
    }

    /// The headings, in the order of the operations.
    var groups: [String] {
        var seen: Set<String> = []
        return operations.map(\.group).filter { seen.insert($0).inserted }
    }

    /// The schemas that have names, by their names.
    var schemas: [String: JSONSchema] {
        usedSchemas.reduce(into: [:]) { $0.merge($1.definitions) { first, _ in first } }
    }

    /// The schemas of all operations where they are used.
    var usedSchemas: [JSONSchema] {
        operations.flatMap { operation -> [JSONSchema] in
            let answers = operation.answers + operation.problemAnswers.map { $0.answer }
            let media = (operation.body?.content ?? []) + answers.flatMap(\.content)
            return media.compactMap(\.schema) + operation.parameters.map(\.schema) + answers.flatMap(\.headers).map(\.schema)
        }
    }
}
