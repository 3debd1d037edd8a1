import Backups
import HTTPCore
import POSIX

/// What commands ask a running service for, on its admin port, because nobody else may open its file.
enum AdminRequest {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Has the service make a backup now, and waits for it, however long that takes.
    ///
    /// - Parameters:
    ///   - product: whose service it has to be.
    ///   - process: who has the file, for messages.
    /// - Throws: ``Failure`` with the service's own words, or if it does not answer or ends meanwhile.
    static func backup(_ configuration: ServiceConfiguration, of product: String, heldBy process: Int32? = nil) throws -> Backup {
        let made = try post("/backup", to: configuration, heldBy: process, timeout: 0)
        guard let path = made["path"]?.stringValue else { throw Failure(description: "the service did not say where the backup is") }
        // Read again from the disk: what another process says is no backup yet.
        let folder = BackupFolder(FilePath.folder(of: path))
        guard let backup = try folder.backups().first(where: { FileSystem.resolved($0.path) == FileSystem.resolved(path) }) else {
            throw Failure(description: "the service made the backup \(path), which cannot be seen from here")
        }
        guard backup.manifest.product == product else {
            let other = backup.manifest.product
            throw Failure(description: "this is the admin port of \(other), not of \(product). Check ADMIN_HOST and ADMIN_PORT.")
        }
        return backup
    }

    /// What the service knows of its load and this machine, measured by a probe that takes a few seconds.
    ///
    /// - Throws: as ``backup(_:)``
    static func capacity(_ configuration: ServiceConfiguration, heldBy process: Int32? = nil) throws -> JSONValue {
        try post("/capacity", to: configuration, heldBy: process, timeout: 120)
    }

    private static func post(
        _ path: String,
        to configuration: ServiceConfiguration,
        heldBy process: Int32?,
        timeout: Int
    ) throws -> JSONValue {
        let request = LocalRequest(host: configuration.adminHost, port: configuration.adminPort, timeout: timeout)
        let answer: LocalRequest.Answer
        do {
            answer = try request.send("POST", path, json: "{}")
        } catch {
            let name = process.map { "the process with id \($0)" } ?? "another process"
            throw Failure(
                description: """
                    \(configuration.databasePath) is in use by \(name). If that is the service, check ADMIN_HOST and ADMIN_PORT, because its \
                    admin port gives no answer: \(error). If it is another command, wait until it is done.
                    """
            )
        }
        let body = try? JSONParser.parse(answer.body)
        guard (200...299).contains(answer.status), let body else {
            throw Failure(description: body?["detail"]?.stringValue ?? "the service answered \(answer.statusLine)")
        }
        return body
    }
}
