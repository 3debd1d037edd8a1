/// How log lines are written (`LOG_FORMAT`).
public enum LogFormat: String, Sendable, Hashable, CaseIterable {
    /// For people: `2026-01-31T09:30:00.123Z INFO message key=value`.
    case text
    /// For programs: one JSON object a line.
    case json
}
