/// One member of a field's comma-separated list: `*`, `5`, `1-5`, `*/10` or `1-30/10`.
struct CronTerm: Hashable, Sendable {
    var range: ClosedRange<Int>
    var step = 1

    /// The values it stands for, as written (a Sunday may be 7).
    var set: ValueSet {
        var set = ValueSet()
        var value = range.lowerBound
        while value <= range.upperBound {
            set.insert(value)
            value += step
        }
        return set
    }

    /// Whether it is a range that takes every value between two different ends.
    var isPlainRange: Bool {
        step == 1 && range.count > 1
    }
}

extension CronTerm {
    /// The largest step: Debian cron keeps it in a C `int`.
    static let stepRange = 1...Int(Int32.max)

    /// Reads one list member by Debian cron's rules (`get_range` in its `entry.c`), refusing also what Debian
    /// silently misreads: characters after a complete member, and a range that runs backwards (an empty set there).
    init(kind: CronFieldKind, bytes: ArraySlice<UInt8>) throws(CronError) {
        let parts = bytes.split(separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let base = parts.first, !bytes.isEmpty else {
            throw .missingValue(kind, at: bytes.startIndex)
        }
        let isStar = base.elementsEqual([UInt8(ascii: "*")])
        let ends = base.split(separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
        if isStar {
            range = kind.range
        } else if ends.count == 2, !ends[0].isEmpty, !ends[1].isEmpty, base.first != UInt8(ascii: "*") {
            let lower = try Self.value(kind, ends[0])
            let upper = try Self.value(kind, ends[1])
            guard lower <= upper else { throw .wrappedRange(kind, base) }
            range = lower...upper
        } else {
            let value = try Self.value(kind, base)
            range = value...value
        }
        guard parts.count == 2 else { return }
        guard isStar || ends.count == 2 else { throw .stepWithoutRange(kind, bytes) }
        step = try Self.step(kind, parts[1])
    }

    private static func value(_ kind: CronFieldKind, _ bytes: ArraySlice<UInt8>) throws(CronError) -> Int {
        if let named = kind.value(named: bytes) { return named }
        guard isNumber(bytes) else { throw .notANumber(kind, bytes) }
        guard let value = number(bytes), kind.range.contains(value) else { throw .outOfRange(kind, bytes) }
        return value
    }

    private static func step(_ kind: CronFieldKind, _ bytes: ArraySlice<UInt8>) throws(CronError) -> Int {
        guard isNumber(bytes) else { throw .stepNotANumber(kind, bytes) }
        guard let step = number(bytes), stepRange.contains(step) else { throw .stepOutOfRange(kind, bytes) }
        return step
    }

    private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// The magnitude of decimal digits; nil when it is larger than any value or step accepted.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for digit in digits {
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
            if number > stepRange.upperBound { return nil }
        }
        return number
    }
}

extension CronFieldKind {
    /// The value of a three-letter name (any case), as in `MON` or `jan`.
    func value(named bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count == 3 else { return nil }
        let index = names.firstIndex { name in
            zip(name.utf8, bytes).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        }
        return index.map { range.lowerBound + $0 }
    }
}
