package import HTTPCore

extension WebhookVault {
    /// In the order in which somebody gets to know the product, and in which the examples can be run.
    package static let operations: [Operation] = [
        .createEndpoint, .listEndpoints, .showEndpoint, .sendWebhook, .sendWebhookToPath, .listCaptures, .showCapture, .downloadBody,
        .deleteCapture, .deleteEndpoint, .echo,
    ]

    /// The limits of the plan.
    package static let signUpMembers: [JSONSchema.Property] = [
        .required(
            "limits",
            .object(
                .required(PlanLimit.endpoints, .integer(0...), "Endpoints that you may have at a time."),
                .required(PlanLimit.requestsPerDay, .integer(0...), "Requests that each endpoint keeps for each day of the retention."),
                .required(PlanLimit.retentionHours, .integer(0...), "How long a request is kept, in hours."),
                .required(PlanLimit.bodyBytes, .integer(0...), "The largest body that is kept, in bytes.")
            ),
            "The limits of your plan."
        )
    ]
}
