import ArgumentParser
import Glibc
import HTTPCore
import Logging
import POSIX

/// `serve`: answers requests until it is told to stop.
struct ServeCommand<P: Product>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "serve",
            abstract: "Answer requests until SIGTERM or Ctrl-C; a second Ctrl-C ends it at once.",
            discussion: """
                Creates the file when it is missing and adds what its tables lack.

                Exit status: 0 after a clean stop, 1 if it cannot start or has to give up, 78 if a setting is wrong.
                """
        )
    }

    func run() async throws {
        do {
            try await serve(try ProductConfiguration<P>())
        } catch {
            throw CommandFailure.report(error, of: P.self)
        }
    }

    private func serve(_ configuration: ProductConfiguration<P>) async throws {
        // A client or a log reader that goes away is an error code, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        // SQLite makes the copy of a purge beside the file, where there is room for it (docs/decisions/0010). Here, before there are threads
        // that read the environment, and before SQLite does, which looks only once.
        setenv("SQLITE_TMPDIR", FilePath.folder(of: FileSystem.resolved(configuration.service.databasePath)), 0)
        let log = ServiceLog(configuration.service)
        defer { log.writer.close() }
        log.becomeSystemLog()
        let logger = log.logger(label: P.name)
        logger.notice("settings", metadata: configuration.metadata)
        // Before the file is opened, which can take a while: process 1 of a container gets no signal that it does not ask for.
        let stop = StopRequest()
        let signals = StopSignals {
            logger.notice("stopping")
            stop.make()
        }
        defer { withExtendedLifetime(signals) {} }
        let host = try await ServiceHost(
            configuration,
            log: log,
            onListening: { ports in
                let url = configuration.service.baseURL
                logger.notice("ready", metadata: ["port": "\(ports.main)", "admin_port": "\(ports.admin)", "url": "\(url)"])
            }
        )
        if stop.isMade {
            await host.close()
        } else {
            stop.whenMade { Task { await host.stop() } }
            try await host.run()
        }
        logger.notice("stopped")
    }
}

extension ProductConfiguration {
    /// The settings as facts of a log line, without secrets.
    fileprivate var metadata: Logger.Metadata {
        var metadata: Logger.Metadata = ["version": "\(P.version)", "pid": "\(getpid())"]
        for setting in settings where !setting.value.isEmpty { metadata[setting.name] = "\(setting.value)" }
        return metadata
    }
}
