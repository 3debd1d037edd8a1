public import Logging

/// Sends what is logged through swift-log to a ``LogWriter``.
///
///     LoggingSystem.bootstrap { ServiceLogHandler(label: $0, writer: writer, format: .text) }
public struct ServiceLogHandler: LogHandler {
    /// What every line of this logger carries.
    public var metadata: Logger.Metadata = [:]
    /// Where more of that comes from.
    public var metadataProvider: Logger.MetadataProvider?
    /// Less important lines are not written.
    public var logLevel: Logger.Level

    private let label: String
    private let writer: LogWriter
    private let format: LogFormat

    /// A handler.
    public init(label: String, writer: LogWriter, format: LogFormat, level: Logger.Level = .info) {
        self.label = label
        self.writer = writer
        self.format = format
        logLevel = level
    }

    /// Writes a line.
    public func log(event: LogEvent) {
        var line = LogLine(format, level: event.level.rawValue, message: event.message.description)
        line.add("logger", label)
        var facts = metadata
        if let provided = metadataProvider?.get() { facts.merge(provided) { $1 } }
        if let own = event.metadata { facts.merge(own) { $1 } }
        if let error = event.error { facts["error"] = facts["error"] ?? "\(error)" }
        for (key, value) in facts.sorted(by: { $0.key < $1.key }) { line.add(key, value.description) }
        line.end()
        writer.write(line.bytes)
    }

    /// What every line of this logger carries, by key.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
}
