package import HTTPCore

extension FlagBit {
    /// In an order in which the examples can be run: what one makes, the next ones use, and what ends it comes last.
    package static let operations: [Operation] =
        ProjectOperations.all + FlagOperations.all + SegmentOperations.all + EvaluationOperations.all + OFREPOperations.all
        + FreeToolOperations.all
        + [FlagOperations.delete, SegmentOperations.delete, ProjectOperations.delete]

    /// The first project of a new account, and the key to evaluate its flags with.
    package static let signUpMembers: [JSONSchema.Property] = [
        .required("project_id", .projectID, "The `id` of a first project, \"Default\"."),
        .required("sdk_key", .sdkKey, "The SDK key of that project. It is not shown again."),
    ]
}
