extension Zone {
    /// Reads a zone from the bytes of a TZif file, versions 1 to 4 (RFC 8536 and RFC 9636).
    ///
    /// - Parameters:
    ///   - name: what the zone is to be called.
    ///   - tzif: the whole file.
    /// - Throws: ``ZoneError`` when the bytes are anything else, and for files that count leap seconds, whose instants are not those of Unix.
    public init(name: String, tzif: [UInt8]) throws(ZoneError) {
        var reader = TZifReader(name: name, rest: tzif[...])
        self = try reader.zone()
    }
}

/// Reads a TZif file from start to end.
private struct TZifReader {
    let name: String
    var rest: ArraySlice<UInt8>

    /// How many of each there are in a block of data.
    private struct Header {
        var version: UInt8
        var utcMarks: Int
        var standardMarks: Int
        var leapSeconds: Int
        var transitions: Int
        var types: Int
        var characters: Int

        /// The length of the block that follows, in bytes, when its instants take so many bytes each.
        func blockLength(_ width: Int) -> Int {
            transitions * (width + 1) + types * 6 + characters + leapSeconds * (width + 4) + standardMarks + utcMarks
        }
    }

    mutating func zone() throws(ZoneError) -> Zone {
        var header = try header()
        guard header.version > 0 else { return try zone(header, width: 4) }
        // The first block has only 32 bits an instant; the second one says it all.
        _ = try take(header.blockLength(4))
        header = try self.header()
        return try zone(header, width: 8)
    }

    private mutating func zone(_ header: Header, width: Int) throws(ZoneError) -> Zone {
        guard header.leapSeconds == 0 else { throw .malformed(name, "they count leap seconds") }
        guard (1...256).contains(header.types) else { throw .malformed(name, "they have no offset from UTC") }
        let block = try take(header.blockLength(width))
        let instants = block.prefix(header.transitions * width)
        let indexes = block.dropFirst(instants.count).prefix(header.transitions)
        let types = block.dropFirst(instants.count + indexes.count).prefix(header.types * 6)
        let offsets = try offsets(types)
        var periods = [Zone.Period(start: .min, end: .max, offset: offsets[0], offsetBefore: offsets[0])]
        periods.reserveCapacity(header.transitions + 1)
        var last = Int64.min
        for (number, index) in indexes.enumerated() {
            let start = Self.integer(instants.dropFirst(number * width).prefix(width))
            guard start > last || number == 0 else { throw .malformed(name, "its changes are not in order") }
            guard Int(index) < offsets.count else { throw .malformed(name, "a change leads to no offset") }
            last = start
            append(start, offsets[Int(index)], to: &periods)
        }
        guard let rule = width == 8 ? try rule() : nil else { return Zone(name: name, periods: periods) }
        // The rule says what comes after the last change.
        while let period = periods.last, period.start >= last { periods.removeLast() }
        if !periods.isEmpty { periods[periods.count - 1].end = last }
        return Zone(name: name, periods: periods, rule: rule, ruleStart: last)
    }

    /// A change that leaves the offset as it was (only the abbreviation is new) begins no period.
    private func append(_ start: Int64, _ offset: Int, to periods: inout [Zone.Period]) {
        let before = periods[periods.count - 1].offset
        guard offset != before, start > .min else { return periods[periods.count - 1].offset = offset }
        periods[periods.count - 1].end = start
        periods.append(Zone.Period(start: start, end: .max, offset: offset, offsetBefore: before))
    }

    /// The offsets of the types of local time: six bytes each, of which the first four are the offset.
    private func offsets(_ types: ArraySlice<UInt8>) throws(ZoneError) -> [Int] {
        var offsets: [Int] = []
        var rest = types
        while !rest.isEmpty {
            let offset = Int(Self.integer(rest.prefix(4)))
            guard abs(offset) <= Zone.widestOffset else { throw .malformed(name, "an offset is out of range") }
            offsets.append(offset)
            rest = rest.dropFirst(6)
        }
        return offsets
    }

    /// The rule between two line ends at the end of the file; nil when the last offset lasts for ever.
    private mutating func rule() throws(ZoneError) -> YearlyClockRule? {
        let newline = UInt8(ascii: "\n")
        guard rest.first == newline, let end = rest.dropFirst().firstIndex(of: newline) else { throw endsEarly() }
        let text = rest[(rest.startIndex + 1)..<end]
        return text.isEmpty ? nil : try YearlyClockRule.parse(text, of: name)
    }

    private mutating func header() throws(ZoneError) -> Header {
        let magic = try take(4)
        guard magic.elementsEqual("TZif".utf8) else { throw .malformed(name, "they are not a TZif file") }
        let version = try take(16)[magic.endIndex]
        var counts: [Int] = []
        for _ in 0..<6 { counts.append(Int(Self.integer(try take(4)) & 0xFFFF_FFFF)) }
        return Header(
            version: version,
            utcMarks: counts[0],
            standardMarks: counts[1],
            leapSeconds: counts[2],
            transitions: counts[3],
            types: counts[4],
            characters: counts[5]
        )
    }

    private mutating func take(_ count: Int) throws(ZoneError) -> ArraySlice<UInt8> {
        guard rest.count >= count else { throw endsEarly() }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    private func endsEarly() -> ZoneError { .malformed(name, "they end early") }

    /// A signed number, most significant byte first.
    private static func integer(_ bytes: ArraySlice<UInt8>) -> Int64 {
        var value: Int64 = bytes.first.map { $0 > 0x7F } == true ? -1 : 0
        for byte in bytes { value = value << 8 | Int64(byte) }
        return value
    }
}
