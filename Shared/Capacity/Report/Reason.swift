/// One of the reasons there can be to move from SQLite to PostgreSQL, and whether it is one here.
public struct Reason: Sendable, Equatable {
    /// What it is about.
    public enum Topic: String, Sendable, CaseIterable {
        /// One writer at a time is not enough.
        case writes
        /// The file is too large for this way of working.
        case size
        /// Writes are refused, or wait for one another.
        case contention
        /// The disk is full before long.
        case growth
        /// Long queries beside the service's own work.
        case analytics
        /// More than one machine has to write, or one must take over when another fails.
        case machines
    }

    /// Whether it is a reason here.
    public enum Standing: String, Sendable {
        /// No.
        case no
        /// Not yet, but look again soon.
        case watch
        /// Yes.
        case yes
        /// Nothing that can be measured: whoever runs the service knows.
        case ask
    }

    /// What it is about.
    public let topic: Topic
    /// Whether it is a reason here.
    public let standing: Standing
    /// Why, in a sentence or two with the numbers.
    public let text: String
}
