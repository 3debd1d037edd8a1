/// One environment variable as found: for the line at start, `doctor` and `--help`.
public struct Setting: Sendable, Equatable {
    /// Where a value comes from.
    public enum Origin: Sendable, Equatable {
        /// Nobody set the variable.
        case standard
        /// The variable itself.
        case environment
        /// The file that `NAME_FILE` names.
        case file(path: String)
    }

    /// The variable, such as `PORT`.
    public let name: String
    /// What it is for, in one sentence.
    public let purpose: String
    /// The value in effect, as text; `***` for a secret; empty for an optional one that is not set.
    public let value: String
    /// Where the value comes from.
    public let origin: Origin
    /// Whether the value must not be shown to anybody.
    public let isSecret: Bool
}

/// A variable whose value cannot be used.
public struct SettingFault: Sendable, Equatable, CustomStringConvertible {
    /// The variable, such as `PORT`.
    public let name: String
    /// What is wrong and what is accepted; never the value of a secret.
    public let message: String

    /// The line for people.
    public var description: String { "\(name)\(message)" }
}

/// Everything that is wrong with the environment, at once.
public struct ConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
    /// At least one.
    public let faults: [SettingFault]

    /// One line for each fault, under a title.
    public var description: String {
        let title = faults.count == 1 ? "One setting is wrong:" : "\(faults.count) settings are wrong:"
        return title + faults.map { "\n  \($0)" }.joined()
    }
}
