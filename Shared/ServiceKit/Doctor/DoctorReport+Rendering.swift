import HTTPCore

extension DoctorReport {
    /// For people: one line for each finding and one for the outcome.
    var text: String {
        let lines = findings.map { "  \($0.verdict.label)  \($0.topic): \($0.text)" }
        return (["\(title), \(path)"] + lines + [conclusion]).joined(separator: "\n")
    }

    /// For programs.
    var json: JSONValue {
        [
            "path": .string(path),
            "outcome": .string(outcomeName),
            "findings": .array(
                findings.map { ["topic": .string($0.topic), "verdict": .string($0.verdict.rawValue), "text": .string($0.text)] }
            ),
        ]
    }

    private var conclusion: String {
        switch outcome {
        case .sound: "The file is sound."
        case .problem: "There are problems, see above."
        case .inUse: "The service is running: the file itself was not examined."
        }
    }

    private var outcomeName: String {
        switch outcome {
        case .sound: "sound"
        case .problem: "problem"
        case .inUse: "in_use"
        }
    }
}

extension Finding.Verdict {
    /// All of one width.
    fileprivate var label: String {
        switch self {
        case .sound: "ok     "
        case .notice: "note   "
        case .problem: "PROBLEM"
        }
    }
}
