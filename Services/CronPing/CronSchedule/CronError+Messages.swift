extension CronError {
    private init(
        _ problem: Problem,
        _ field: CronFieldKind? = nil,
        _ value: String = "",
        range: ClosedRange<Int>? = nil,
        at position: Int,
        _ message: String
    ) {
        self.init(problem: problem, field: field, value: value, range: range, position: position, message: message)
    }

    static func empty() -> CronError {
        CronError(.empty, at: 0, "Expression is empty")
    }

    static func tooLong(_ length: Int) -> CronError {
        let limit = CronExpression.longestText
        return CronError(.tooLong, range: 1...limit, at: limit, "Expression is \(length) bytes long, more than \(limit)")
    }

    static func unexpectedCharacter(in text: String, at offset: Int) -> CronError {
        let index = text.utf8.index(text.startIndex, offsetBy: offset)
        let scalar = text.unicodeScalars[index]
        let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal
        return CronError(
            .unexpectedCharacter,
            nil,
            String(scalar),
            at: offset,
            "Unexpected character U+\(code) at position \(offset)"
        )
    }

    static func unknownMacro(_ name: ArraySlice<UInt8>) -> CronError {
        let known = CronMacro.allCases.map(\.rawValue).joined(separator: ", ")
        return CronError(.unknownMacro, nil, text(name), at: name.startIndex, "Macro \(shown(name)) is unknown (\(known))")
    }

    static func textAfterMacro(_ macro: CronMacro, _ next: ArraySlice<UInt8>) -> CronError {
        let message = "Expected nothing after \(macro.rawValue), found \(shown(next))"
        return CronError(.wrongFieldCount, nil, text(next), at: next.startIndex, message)
    }

    static func wrongFieldCount(_ fields: [ArraySlice<UInt8>]) -> CronError {
        let extra = fields.dropFirst(5).first
        return CronError(
            .wrongFieldCount,
            nil,
            extra.map(text) ?? "",
            range: 5...5,
            at: extra?.startIndex ?? fields.last?.endIndex ?? 0,
            "Expected 5 fields (minute, hour, day of month, month, day of week), found \(fields.count)"
        )
    }

    static func missingValue(_ kind: CronFieldKind, at position: Int) -> CronError {
        CronError(.missingValue, kind, range: kind.range, at: position, "\(kind.title) value missing beside a comma (\(kind.accepted))")
    }

    static func notANumber(_ kind: CronFieldKind, _ bytes: ArraySlice<UInt8>) -> CronError {
        about(.notANumber, kind, bytes, "value \(shown(bytes)) is not a number\(kind.names.isEmpty ? "" : " or name") (\(kind.accepted))")
    }

    static func stepNotANumber(_ kind: CronFieldKind, _ bytes: ArraySlice<UInt8>) -> CronError {
        about(.notANumber, kind, bytes, range: CronTerm.stepRange, "step \(shown(bytes)) is not a number")
    }

    static func outOfRange(_ kind: CronFieldKind, _ bytes: ArraySlice<UInt8>) -> CronError {
        about(.outOfRange, kind, bytes, "value \(shown(bytes)) out of range (\(numbers(kind.range)))")
    }

    static func stepOutOfRange(_ kind: CronFieldKind, _ bytes: ArraySlice<UInt8>) -> CronError {
        let range = CronTerm.stepRange
        return about(.stepOutOfRange, kind, bytes, range: range, "step \(shown(bytes)) out of range (\(numbers(range)))")
    }

    static func stepWithoutRange(_ kind: CronFieldKind, _ bytes: ArraySlice<UInt8>) -> CronError {
        about(.stepWithoutRange, kind, bytes, "step \(shown(bytes)) needs a range or * before the slash (\(numbers(kind.range)))")
    }

    static func wrappedRange(_ kind: CronFieldKind, _ bytes: ArraySlice<UInt8>) -> CronError {
        about(.wrappedRange, kind, bytes, "range \(shown(bytes)) ends before it starts (\(numbers(kind.range)))")
    }

    private static func about(
        _ problem: Problem,
        _ kind: CronFieldKind,
        _ bytes: ArraySlice<UInt8>,
        range: ClosedRange<Int>? = nil,
        _ what: String
    ) -> CronError {
        CronError(problem, kind, text(bytes), range: range ?? kind.range, at: bytes.startIndex, "\(kind.title) \(what)")
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// The value as a message shows it: short enough to read, and never nothing.
    private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
        if bytes.isEmpty { return "\"\"" }
        return bytes.count > 40 ? text(bytes.prefix(40)) + "..." : text(bytes)
    }

    private static func numbers(_ range: ClosedRange<Int>) -> String {
        "\(range.lowerBound)-\(range.upperBound)"
    }
}

extension CronFieldKind {
    /// What may be written, for messages: "0-23" or "1-12 or JAN-DEC".
    fileprivate var accepted: String {
        let numbers = "\(range.lowerBound)-\(range.upperBound)"
        guard let first = names.first, let last = names.last else { return numbers }
        return "\(numbers) or \(first.prefix(3).uppercased())-\(last.prefix(3).uppercased())"
    }
}
