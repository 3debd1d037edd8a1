extension Schedule {
    /// Reads a schedule.
    ///
    /// Cron: five fields divided by blanks, six or seven of them with seconds in front or years at the end, or one of the macros `@yearly
    /// @annually @monthly @weekly @daily @midnight @hourly @reboot`. Names of months and weekdays are three letters in any case. At most
    /// ``longestText`` bytes.
    /// - Throws: ``ScheduleError`` for what cannot be read, with a likely repair where there is one; also for what Debian cron would silently
    ///   misread: a range that wraps around (`22-2`, an empty set there) and characters left over after a field (`*5`, read as `*`).
    public static func parse(_ text: String, _ options: Options = Options()) throws(ScheduleError) -> Schedule {
        do {
            return try Schedule(text, options)
        } catch {
            throw ScheduleRepair(options: options).explained(error, in: text)
        }
    }

    /// Reads a schedule without looking for a repair when it is wrong.
    init(_ text: String, _ options: Options) throws(ScheduleError) {
        guard text.utf8.count <= Self.longestText else { throw .tooLong(text.utf8.count) }
        let bytes = Array(text.utf8)
        let words = Self.words(bytes)
        guard let start = words.first?.lowerBound, let end = words.last?.upperBound else { throw .empty() }
        for index in start..<end where !Self.isAccepted(bytes[index]) { throw .unexpectedCharacter(in: text, at: index) }
        let trimmed = start == 0 && end == bytes.count ? text : String(decoding: bytes[start..<end], as: UTF8.self)
        if options.flavor == .systemd {
            self = try CalendarEventParser(text: trimmed, words: words.map { bytes[$0] }).schedule()
        } else {
            self.init(text: trimmed, flavor: options.flavor, fields: try CronParser(options: options, bytes: bytes).fields(words))
        }
    }

    /// What stands between blanks.
    static func words(_ bytes: [UInt8]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        words.reserveCapacity(8)
        var start = 0
        for index in bytes.indices where isBlank(bytes[index]) {
            if index > start { words.append(start..<index) }
            start = index + 1
        }
        if bytes.count > start { words.append(start..<bytes.count) }
        return words
    }

    /// Blank, tab, and the line ends that come along when a line is pasted.
    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// Printable ASCII and the two blanks of crontab(5).
    private static func isAccepted(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) || byte == 0x09
    }
}
