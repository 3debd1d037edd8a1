import HTTPCore
import HTTPTypes
public import ServiceKit

/// Whether what a product says of itself is so. Each check gives what deviates, in words: nothing, if all is well.
public enum DescriptionChecks<P: Product> {
    /// The ids of the operations that ask for a key: the rows of ``AccessTable``.
    public static var keyedOperations: [String] { AccessTable<P>.operations.map { $0.id } }

    /// Each kind of key may do what is said of it.
    ///
    /// - Parameter id: one of ``keyedOperations``.
    public static func accessDeviations(of id: String) async throws -> [String] {
        guard let operation = AccessTable<P>.operations.first(where: { $0.id == id }) else { return ["there is no operation \(id)"] }
        return try await AccessTable<P>(operation).deviations().map { $0.description }
    }

    /// The examples work as they are printed, in their order.
    public static func exampleDeviations() async throws -> [String] {
        try await TestService<P>.run { service in
            let runner = try ExampleRunner(baseURL: service.client.address)
            return try await runner.deviations(in: P.api(at: service.client.address).operations)
        }
    }

    /// Every route is described, nothing else is, and the description is sound.
    public static func gaps() async throws -> [String] {
        let api = P.api(at: "")
        let routes = try await TestService<P>.run { service in service.routes }
        var gaps = api.faults
        gaps += api.unusedCodes.filter { P.errors.contains($0) }.map { "no operation answers with \($0.code)" }
        gaps += api.missing(from: routes).map { "no operation describes \($0.method?.rawValue ?? "*") \($0.path)" }
        gaps += api.unknown(to: routes).map { "no route carries out \($0.id)" }
        return gaps
    }
}
