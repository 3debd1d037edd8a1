package import HTTPCore

extension CronPing {
    /// In an order in which the examples can be run: what one makes, the next ones use.
    package static let operations: [Operation] =
        CronOperations.all + MonitorOperations.all + PingOperations.all + [BadgeOperations.show, MonitorOperations.delete]

    /// The limit of the plan that every account begins with.
    package static let signUpMembers: [JSONSchema.Property] = [
        .required(PlanLimit.monitors, .integer(0...), "How many monitors the plan has room for.")
    ]
}
