/// A schedule in the five-field language of Debian cron (crontab(5)).
///
///     let expression = try CronExpression.parse("0 9 * * 1-5")
///     expression.description                      // "At 09:00 AM, Monday through Friday"
///     expression.next(after: now, count: 5)       // five times
public struct CronExpression: Hashable, Sendable {
    /// The expression as given, without blanks around it.
    public let text: String

    /// The five fields; nil for `@reboot`, which runs when the machine starts and at no time of its own.
    public let fields: CronFields?

    /// Reads an expression.
    ///
    /// Five fields divided by blanks, or one of the macros `@yearly @annually @monthly @weekly @daily @midnight
    /// @hourly @reboot`. Names of months and weekdays are three letters in any case. At most ``longestText`` bytes.
    /// - Throws: ``CronError`` for what Debian cron refuses, and for what it would silently misread: a range that
    ///   wraps around (`22-2`, an empty set there) and characters left over after a field (`*5`, read as `*`).
    public static func parse(_ text: String) throws(CronError) -> CronExpression {
        do {
            return try CronExpression(text)
        } catch {
            throw error.suggestingRepair(of: text)
        }
    }

    /// The longest text that is read, in UTF-8 bytes: a few times the longest useful expression.
    public static let longestText = 1024
}

extension CronExpression {
    /// Reads an expression without looking for a repair when it is wrong.
    init(_ text: String) throws(CronError) {
        guard text.utf8.count <= Self.longestText else { throw .tooLong(text.utf8.count) }
        let bytes = Array(text.utf8)
        let fields = bytes.split { Self.blanks.contains($0) }
        guard let first = fields.first, let last = fields.last else { throw .empty() }
        if let offset = bytes[first.startIndex..<last.endIndex].firstIndex(where: { !Self.isAccepted($0) }) {
            throw .unexpectedCharacter(in: text, at: offset)
        }
        self.text = String(decoding: bytes[first.startIndex..<last.endIndex], as: UTF8.self)
        if first.first == UInt8(ascii: "@") {
            self.fields = try Self.fields(ofMacro: first, count: fields.count, after: fields.dropFirst().first)
        } else {
            guard fields.count == 5 else { throw .wrongFieldCount(fields) }
            self.fields = try CronFields(fields)
        }
    }

    private static func fields(
        ofMacro name: ArraySlice<UInt8>,
        count: Int,
        after next: ArraySlice<UInt8>?
    ) throws(CronError) -> CronFields? {
        guard let macro = CronMacro(rawValue: String(decoding: name, as: UTF8.self)) else { throw .unknownMacro(name) }
        if let next { throw .textAfterMacro(macro, next) }
        guard let expansion = macro.expansion else { return nil }
        return try CronFields(Array(expansion.utf8).split(separator: UInt8(ascii: " ")))
    }

    /// Blank, tab, and the line ends that come along when a line is pasted.
    private static let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]

    /// Printable ASCII and the two blanks of crontab(5).
    private static func isAccepted(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) || byte == 0x09
    }
}
