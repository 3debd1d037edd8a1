import HTTPCore
import HTTPTypes

/// The description of ``ProjectRoutes``.
enum ProjectOperations {
    /// All but the one that ends what the others need.
    static let all = [create, list, show]

    private static let group = "Projects"

    private static let create = Operation(.post, "/api/v1/projects", id: "createProject", in: group, "Make a project")
        .saying(
            """
            A project is a group of flags with an SDK key of its own: an application, or one of its environments. The SDK key can evaluate \
            the flags of its project and nothing else, so that it may stand in programs that you hand out.
            """
        )
        .requiring(.key(.write))
        .reading(
            .json(
                .object(
                    .required(
                        "name",
                        .string(1...200, pattern: JSONSchema.line),
                        "For people, without line breaks and other control characters."
                    )
                ),
                example: ["name": "Shop"]
            )
        )
        .answering(
            .json(
                .created,
                "The project, with its SDK key.",
                .object(
                    JSONSchema.projectMembers + [
                        .required("sdk_key", .sdkKey, "It is not shown again."), .required("message", .string()),
                    ]
                ),
                headers: [.location]
            )
        )
        .failing(with: .planLimitReached)
        .idempotent()
        .example(captures: ["PROJECT_ID": "id", "SDK_KEY": "sdk_key"])

    private static let list = Operation(.get, "/api/v1/projects", id: "listProjects", in: group, "List the projects")
        .requiring(.key(.read))
        .takingPage()
        .answering(.list("projects", of: .project, "A page of projects, the oldest first."))

    private static let show = Operation(.get, "/api/v1/projects/{project}", id: "getProject", in: group, "See a project")
        .requiring(.key(.read))
        .taking(.project)
        .answering(.json(.ok, "The project.", .project))

    /// Ends the project that the examples have made.
    static let delete = Operation(.delete, "/api/v1/projects/{project}", id: "deleteProject", in: group, "Delete a project with its flags")
        .saying("Its SDK key stops working at once.")
        .requiring(.key(.write))
        .taking(.project)
        .answering(.noContent("It is gone."))
}

extension Operation.Parameter {
    /// The project in a path.
    static let project = path("project", .projectID, "The `id` of the project.", example: "$PROJECT_ID")
}

extension JSONSchema {
    /// ``Project/id``.
    static let projectID = integer(1...)

    /// What `APIKey` makes of the prefix of SDK keys.
    static let sdkKey = string(pattern: "^\(SDKKey.prefix)[0-9A-Za-z]{36}$")

    /// What ``Project`` writes.
    static let project = named("Project", object(projectMembers))

    static let projectMembers: [Property] = [
        .required("id", projectID, "Names the project in addresses."),
        .required("name", string(1...200)),
        .required("created_at", timestamp),
    ]
}
