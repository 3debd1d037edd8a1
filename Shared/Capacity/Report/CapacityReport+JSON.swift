public import HTTPCore
import Timekeeping

extension CapacityReport {
    /// For programs. Its `text` is ``text``, so that a command that gets this from a service shows the same as one that made it.
    public var json: JSONValue {
        [
            "path": .string(path),
            "time": .string(time.rfc3339),
            "verdict": .string(verdict.rawValue),
            "summary": .string(summary),
            "has_history": .bool(hasHistory),
            "used": Self.number(used),
            "load": loadJSON,
            "file_bytes": .integer(databaseBytes),
            "machine": [
                "memory_bytes": JSONValue(machine.memoryBytes),
                "disk_free_bytes": JSONValue(machine.roomBytes),
                "processors": .integer(machine.processors),
            ],
            "probe": rates.map { Self.json($0) } ?? .null,
            "probe_failure": JSONValue(probeFailure),
            "reasons": .array(
                reasons.map {
                    ["topic": .string($0.topic.rawValue), "standing": .string($0.standing.rawValue), "text": .string($0.text)]
                }
            ),
            "text": .string(text),
        ]
    }

    private var loadJSON: JSONValue {
        [
            "since": JSONValue(load.since?.rfc3339),
            "seconds": .integer(load.seconds),
            "reads_per_day": Self.number(load.readsPerDay),
            "writes_per_day": Self.number(load.writesPerDay),
            "peak_reads_per_second": .integer(load.peakReads),
            "peak_writes_per_second": .integer(load.peakWrites),
            "busiest_hour_writes_per_second": Self.number(load.busiestHour),
            "most_waiting_writes": .integer(load.peakQueue),
            "refused_writes": .integer(load.refused),
            "busy": .integer(load.busy),
            "largest_wal_bytes": .integer(load.largestWAL),
            "growth_bytes_per_day": Self.number(load.growthPerDay),
        ]
    }

    private static func json(_ rates: ProbeRates) -> JSONValue {
        [
            "writes_per_second": number(rates.writesTogether),
            "writes_per_second_one_by_one": number(rates.writesOneByOne),
            "reads_per_second": number(rates.reads),
            "comfortable_writes_per_second": number(rates.comfortableWrites),
            "comfortable_reads_per_second": number(rates.comfortableReads),
        ]
    }

    private static func number(_ value: Double?) -> JSONValue { JSONValue(value.flatMap { JSONNumber(exactly: $0) }) }
}
