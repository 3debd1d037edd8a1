import Timekeeping

extension CapacityReport {
    /// What it comes to, in one line: `500 operations a day, 0.5 % of capacity: stay.`
    public var summary: String {
        guard load.since != nil else { return "Nothing was counted yet. \(preliminary)" }
        guard hasHistory else {
            return "Counted for \(Quantity.time(seconds: load.seconds)) only, too little to tell; an hour is the least. \(preliminary)"
        }
        let share = used.map { ", \(Quantity.percent($0)) of capacity" } ?? ""
        return "\(Quantity.count(load.operationsPerDay)) operations a day\(share): \(verdict.rawValue)."
    }

    /// For people.
    public var text: String {
        let facts = ([loadText] + [sizeText] + [probeText]).joined(separator: "\n")
        let reasons = reasons.map { "  \($0.standing.label)  \($0.topic.title): \($0.text)" }.joined(separator: "\n")
        return """
            \(path), \(time.rfc3339)

            \(summary)

            \(facts)

            Reasons to move to PostgreSQL:
            \(reasons)

            \(advice)
            """
    }

    private var preliminary: String {
        verdict == .stay ? "So far there is no reason to move." : "By what is known so far: \(verdict.rawValue)."
    }

    private var loadText: String {
        guard let since = load.since, hasHistory else { return "  load     not known yet" }
        let days = "\(Quantity.count(load.readsPerDay)) reads and \(Quantity.count(load.writesPerDay)) writes a day"
        let share = rates.map { " (\(Quantity.percent(Double(load.peakReads) / max(1, $0.comfortableReads))) of one thread)" } ?? ""
        let peak = "in the busiest second \(Quantity.count(load.peakReads)) reads\(share), \(Quantity.count(load.peakWrites)) writes"
        return "  load     \(days); \(peak); counted since \(since.rfc3339)"
    }

    private var sizeText: String {
        let memory = machine.memoryBytes.map { "\(Quantity.bytes($0)) memory" }
        let room = machine.roomBytes.map { "\(Quantity.bytes($0)) free on the disk" }
        let growth = load.growthPerDay.flatMap { $0 >= 1 ? "grows \(Quantity.bytes(Quantity.whole($0))) a day" : nil }
        let file = ["\(Quantity.bytes(databaseBytes)) file", growth, memory, room].compactMap { $0 }
        return "  size     " + file.joined(separator: ", ")
    }

    private var probeText: String {
        guard let rates else {
            return "  machine  " + (probeFailure.map { "could not be measured: \($0)" } ?? "not measured")
        }
        return """
              machine  \(Quantity.count(rates.writesTogether)) durable writes a second (\(Quantity.count(rates.writesOneByOne)) one by one), \
            \(Quantity.count(rates.reads)) reads a second on one thread; half of that counts as comfortable
            """
    }

    private var advice: String {
        switch verdict {
        case .stay: "One file is the right choice. Look again when the load has grown tenfold."
        case .watch: "One file still carries this. See to what is marked \"watch\", and look again in a week."
        case .move: "It is time to move: see export-postgres --help, and docs/capacity.md for what to try before."
        }
    }
}

extension Reason.Standing {
    /// All of one width.
    fileprivate var label: String {
        switch self {
        case .no: "no   "
        case .watch: "watch"
        case .yes: "YES  "
        case .ask: "?    "
        }
    }
}

extension Reason.Topic {
    fileprivate var title: String {
        switch self {
        case .writes: "more writes than one writer can do"
        case .size: "a file too large"
        case .contention: "writes wait for one another"
        case .growth: "the disk fills up"
        case .analytics: "long queries beside the service"
        case .machines: "more than one machine"
        }
    }
}
