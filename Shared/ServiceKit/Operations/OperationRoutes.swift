import Backups
import HTTPCore
import HTTPTypes
import Hummingbird

extension ServiceRouter {
    /// What whoever runs the service asks of it while it runs, on the admin port: `POST /backup` and `POST /capacity`.
    ///
    /// - Parameters:
    ///   - backup: makes one and returns when it counts.
    ///   - capacity: what the capacity command shows.
    func addOperations(
        backup: @escaping @Sendable () async throws -> Backup,
        capacity: @escaping @Sendable () async throws -> JSONValue
    ) {
        post("/backup") { request, context in
            try await request.requireEmptyJSON(context)
            let made: Backup
            do {
                made = try await backup()
            } catch {
                throw Problem(operation: error)
            }
            return Response.json(.created, made.answer)
        }
        // It measures, which keeps the disk busy.
        post("/capacity") { request, context in
            try await request.requireEmptyJSON(context)
            do {
                return Response.json(.ok, try await capacity())
            } catch {
                throw Problem(operation: error)
            }
        }
    }
}

extension Request {
    /// A page on the web can have a browser send a POST here, but not with this media type: for that the browser would ask first (the Fetch
    /// standard's preflight), and nobody here answers.
    fileprivate func requireEmptyJSON(_ context: ServiceContext) async throws {
        let type = headers[.contentType]?.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
        guard type == "application/json" else {
            throw Problem(.unsupportedMediaType, "Send this with \"Content-Type: application/json\", for example with the body {}.")
        }
        try ObjectReader(try await optionalJSONBody(context)).finish()
    }
}

extension Problem {
    /// Whoever asks here runs the service: they are told why.
    fileprivate init(operation error: any Error) {
        switch error {
        case let problem as Problem:
            self = problem
            return
        case is CancellationError: self.init(.unavailable, "The service is stopping.", headers: [.retryAfter: "5"])
        case BackupError.inProgress: self.init(.conflict, "\(error)")
        default: self.init(.storageUnavailable, "\(error)", headers: [.retryAfter: "60"])
        }
        cause = error
    }
}

extension Backup {
    /// Where it is, as another process finds it, and what is in it.
    fileprivate var answer: JSONValue { ["path": .string(FileSystem.resolved(path)), "manifest": manifest.json] }
}
