extension CapacityReport {
    /// A WAL above this size, in bytes, was held by a long read, or holds the rewrite of the file after an erasure: the service cuts it at
    /// 64 MiB.
    static let largeWAL: Int64 = 256 * mebibyte

    private static let mebibyte: Int64 = 1_024 * 1_024
    private static let gibibyte: Int64 = 1_024 * mebibyte
    /// So many days of the last seven are no accident any more.
    private static let manyDays = 3
    /// So many writes that wait at once are a queue.
    private static let longQueue = 1_000
    /// Days to a full disk at which it is time to act.
    private static let growthHorizon = 90.0

    /// The reasons there can be to move to PostgreSQL, each with its standing here, in the order of ``Reason/Topic``.
    public var reasons: [Reason] {
        Reason.Topic.allCases.map { topic in
            let (standing, text) =
                switch topic {
                case .writes: writes
                case .size: size
                case .contention: contention
                case .growth: growth
                case .analytics: analytics
                case .machines: machines
                }
            return Reason(topic: topic, standing: standing, text: text)
        }
    }

    private typealias Finding = (standing: Reason.Standing, text: String)

    private var writes: Finding {
        let peak = "\(Quantity.count(load.peakWrites)) writes in the busiest second"
        let busiest = "\(peak), \(Quantity.rate(load.busiestHour)) a second in the busiest hour"
        guard let rates else { return (.ask, "\(busiest); what this machine can do was not measured.") }
        let text = "\(busiest); comfortable here are \(Quantity.count(rates.comfortableWrites)) a second."
        if load.busiestHour >= rates.comfortableWrites { return (.yes, text) }
        let isNear = load.busiestHour >= rates.comfortableWrites / 2 || Double(load.peakWrites) >= rates.comfortableWrites
        return (isNear ? .watch : .no, text)
    }

    private var size: Finding {
        let file = "The file has \(Quantity.bytes(databaseBytes))"
        let text = file + (machine.memoryBytes.map { ", the memory \(Quantity.bytes($0))." } ?? ".")
        if databaseBytes > 100 * Self.gibibyte { return (.yes, "\(text) Copying and checking one file of that size takes hours.") }
        if databaseBytes > 50 * Self.gibibyte { return (.watch, "\(text) Beyond 100 GiB, copying and checking it takes hours.") }
        if let memory = machine.memoryBytes, databaseBytes > memory {
            return (.watch, "\(text) Reads come from the disk now: more memory helps first, and at once.")
        }
        return (.no, text)
    }

    private var contention: Finding {
        guard load.refused == 0 else {
            let text = """
                \(Quantity.count(load.refused)) writes were refused on \(load.daysWithRefusals) of the last seven days, because too many \
                waited.
                """
            return (load.daysWithRefusals >= Self.manyDays ? .yes : .watch, text)
        }
        let text = "Looked at once a second, at most \(Quantity.count(load.peakQueue)) writes waited in the last seven days."
        return (load.peakQueue >= Self.longQueue ? .watch : .no, text)
    }

    private var growth: Finding {
        guard let growth = load.growthPerDay else { return (.no, "Not known before there is a day to tell it from.") }
        guard growth >= 1 else { return (.no, "The file does not grow.") }
        let text = "The file grows by \(Quantity.bytes(Quantity.whole(growth))) a day"
        guard let room = machine.roomBytes else { return (.no, "\(text).") }
        let days = Double(max(0, room)) / growth
        guard days < Self.growthHorizon else {
            return (.no, "\(text); the disk has room for more than \(Quantity.count(Self.growthHorizon)) days.")
        }
        let end = "the disk is full in \(Quantity.count(days)) days"
        return (.watch, "\(text); \(end). A larger disk helps; PostgreSQL would need more room, not less.")
    }

    private var analytics: Finding {
        let text = """
            The WAL had \(Quantity.bytes(load.largestWAL)) at most in the last seven days, and a read held up \
            \(Quantity.count(load.busy)) checkpoints.
            """
        guard load.daysWithLargeWAL >= Self.manyDays else { return (.no, text) }
        let cause = "\(text) It was over \(Quantity.bytes(Self.largeWAL)) on \(load.daysWithLargeWAL) days: long reads hold it"
        // A rewrite of the file goes through the WAL as well, but is no larger than the file.
        guard load.largestWAL / 2 > databaseBytes else { return (.watch, "\(cause), or erasures rewrote the file.") }
        return (.yes, "\(cause). Run them on a restored backup, or move.")
    }

    private var machines: Finding {
        (
            .ask,
            """
            Must more than one machine write, or another one take over within seconds? No measurement can tell. If so, move: a file belongs \
            to one machine.
            """
        )
    }
}
