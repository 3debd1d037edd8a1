import Database

/// What a ping says about a run of the job.
enum PingKind: String, CaseIterable, Sendable, ValueConvertible {
    /// It ended well.
    case success
    /// It began.
    case start
    /// It ended badly.
    case fail
    /// Something to remember, which says nothing about how the job is.
    case log

    /// Whether the ping tells how a run ended, and so decides the monitor's status.
    var endsRun: Bool { self == .success || self == .fail }
}
