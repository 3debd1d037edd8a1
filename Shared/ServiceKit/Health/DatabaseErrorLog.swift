import Database
import HTTPCore
import Hummingbird
import Logging

/// Logs what clients are not told about errors of the file.
struct DatabaseErrorLog: RouterMiddleware {
    typealias Context = ServiceContext

    func handle(_ request: Request, context: ServiceContext, next: @concurrent (Request, ServiceContext) async throws -> Response)
        async throws
        -> Response
    {
        do {
            return try await next(request, context)
        } catch {
            log(error, context)
            throw error
        }
    }

    private func log(_ error: any Error, _ context: ServiceContext) {
        // A middleware on the way may have made a problem of it already.
        let cause = (error as? Problem)?.cause ?? error
        guard let error = cause as? DatabaseError else { return }
        switch error {
        // Expected under load and while stopping, and then in numbers that would bury the rest.
        case .overloaded, .closed: break
        default: context.logger.error("database error", metadata: ["error": "\(error)"])
        }
    }
}
