import Backups
import HTTPCore

/// What commands ask a running service for, on its admin port, because nobody else may open its file.
enum AdminRequest {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Has the service make a backup now, and waits for it, however long that takes.
    ///
    /// - Throws: ``Failure`` with the service's own words, or if it does not answer or ends meanwhile.
    static func backup(_ configuration: ServiceConfiguration) throws -> Backup {
        let made = try send("POST", "/backup", to: configuration, timeout: 0)
        guard let path = made["path"]?.stringValue else { throw Failure(description: "the service did not say where the backup is") }
        // Read again from the disk: what another process says is no backup yet.
        let folder = BackupFolder(FileSystem.folder(of: path))
        guard let backup = try folder.backups().first(where: { FileSystem.resolved($0.path) == FileSystem.resolved(path) }) else {
            throw Failure(description: "the service made the backup \(path), which cannot be seen from here")
        }
        return backup
    }

    /// What the service knows of its load and this machine, measured by a probe that takes a few seconds.
    ///
    /// - Throws: as ``backup(_:)``
    static func capacity(_ configuration: ServiceConfiguration) throws -> JSONValue {
        try send("GET", "/capacity", to: configuration, timeout: 120)
    }

    private static func send(_ method: String, _ path: String, to configuration: ServiceConfiguration, timeout: Int) throws -> JSONValue {
        let request = LocalRequest(host: configuration.adminHost, port: configuration.adminPort, timeout: timeout)
        let answer: LocalRequest.Answer
        do {
            answer = try request.send(method, path, json: method == "POST" ? "{}" : nil)
        } catch {
            throw Failure(
                description: "the service is running, but its admin port gives no answer: \(error). Check ADMIN_HOST and ADMIN_PORT."
            )
        }
        let body = try? JSONParser.parse(answer.body)
        guard (200...299).contains(answer.status), let body else {
            throw Failure(description: body?["detail"]?.stringValue ?? "the service answered \(answer.statusLine)")
        }
        return body
    }
}
