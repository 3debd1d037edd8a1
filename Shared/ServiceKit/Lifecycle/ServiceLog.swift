import Glibc
public import HTTPCore
public import Logging

/// Where a service logs to.
public struct ServiceLog: Sendable {
    /// Takes the lines.
    public let writer: LogWriter
    /// How they are written.
    public let format: LogFormat
    /// Less important ones are not.
    public let level: Logger.Level

    /// A log.
    ///
    /// - Parameter writer: Default: standard output.
    public init(_ configuration: ServiceConfiguration, writer: LogWriter = LogWriter()) {
        self.writer = writer
        format = configuration.logFormat
        level = configuration.logLevel
    }

    /// A logger that writes here.
    public func logger(label: String) -> Logger {
        Logger(label: label) { handler(label: $0) }
    }

    /// Makes this the log of all libraries. To be called once per process.
    func becomeSystemLog() {
        LoggingSystem.bootstrap { handler(label: $0) }
    }

    /// The log of requests, which are lines of level info; `nil` when those are not logged.
    var accessLog: AccessLog? {
        level <= .info ? AccessLog(writer: writer, format: format, logsHealthChecks: level < .info) : nil
    }

    private func handler(label: String) -> ServiceLogHandler {
        ServiceLogHandler(label: label, writer: writer, format: format, level: level)
    }
}
