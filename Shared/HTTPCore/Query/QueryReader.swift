public import Hummingbird

/// Reads the query of a request against what a route accepts, and collects everything that is wrong with it.
///
///     let query = QueryReader(request)
///     let limit = query.integer("limit", in: 1...100, default: 50)
///     let cursor = query.string("cursor")
///     try query.finish()
///
/// Like ``ObjectReader``, it throws nothing before ``finish()``. Faults are at `query.name`. Parameters that nobody asks for are let pass:
/// links gain parameters on their way through mail programs and trackers. `+` is a space. A parameter given twice is a fault if it is asked for.
/// Names are compared byte by byte.
public final class QueryReader {
    private let parameters: [(name: String, value: String)]
    private let faults = InputFaultList()

    /// A reader of the request's query.
    public convenience init(_ request: Request) {
        self.init(request.uri.query ?? "")
    }

    /// A reader of a query without its `?`.
    public init(_ query: String) {
        var parameters: [(name: String, value: String)] = []
        for part in query.utf8.split(separator: UInt8(ascii: "&")) {
            let pieces = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false).map { Substring($0) }
            let name = PercentDecoding.decode(pieces[0], plusIsSpace: true)
            if let name, let value = PercentDecoding.decode(pieces.count > 1 ? pieces[1] : "", plusIsSpace: true) {
                parameters.append((name, value))
            } else {
                let message =
                    "the parameter \(InputText.quoted(name ?? String(pieces[0]))) is not percent-encoded UTF-8, or holds a NUL or too many combining marks"
                faults.append(InputFault(path: "query", code: .malformedEncoding, message: message))
            }
        }
        self.parameters = parameters
    }

    /// A text.
    ///
    /// - Parameter length: How many Unicode scalars it may have. Default: up to 10 000.
    /// - Returns: `nil` if it is absent or wrong.
    public func string(_ name: String, required: Bool = false, length: ClosedRange<Int> = 0...10_000) -> String? {
        guard let value = present(name, required: required) else { return nil }
        let count = value.unicodeScalars.count
        if count < length.lowerBound {
            fault(name, .tooShort, length.lowerBound == 1 ? "must not be empty" : "must have at least \(length.lowerBound) characters")
        }
        if count > length.upperBound { fault(name, .tooLong, "must have at most \(length.upperBound) characters") }
        return length.contains(count) ? value : nil
    }

    /// A text that must be there and not be empty. If it is not, the empty text, and ``finish()`` throws.
    public func requiredString(_ name: String, length: ClosedRange<Int> = 1...10_000) -> String {
        string(name, required: true, length: length) ?? ""
    }

    /// An integer in decimal digits.
    ///
    /// - Returns: `nil` if it is absent or wrong.
    public func integer(_ name: String, required: Bool = false, in range: ClosedRange<Int> = .min ... .max) -> Int? {
        guard let text = present(name, required: required) else { return nil }
        guard let number = Int(text), text.first != "+" else {
            fault(name, .notAnInteger, "must be an integer")
            return nil
        }
        guard range.contains(number) else {
            fault(name, .outOfRange, "must be from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    /// An integer, or the default if it is absent or wrong.
    public func integer(_ name: String, in range: ClosedRange<Int> = .min ... .max, default: Int) -> Int {
        integer(name, required: false, in: range) ?? `default`
    }

    /// `true` or `false`; `1`, `0` and nothing after the name (`?verbose`) are understood too.
    ///
    /// - Returns: `nil` if it is absent or wrong.
    public func boolean(_ name: String) -> Bool? {
        switch present(name, required: false) {
        case nil: return nil
        case "true", "1", "": return true
        case "false", "0": return false
        default:
            fault(name, .wrongType, "must be true or false")
            return nil
        }
    }

    /// `true` or `false` as above, or the default if it is absent or wrong.
    public func boolean(_ name: String, default: Bool) -> Bool {
        boolean(name) ?? `default`
    }

    /// One of a few texts.
    ///
    /// - Returns: `nil` if it is absent or wrong.
    public func choice<Choice: RawRepresentable<String> & CaseIterable>(_ name: String, as: Choice.Type = Choice.self) -> Choice? {
        guard let text = present(name, required: false) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        fault(name, .notAllowed, "must be one of \(Choice.allCases.map { InputText.quoted($0.rawValue) }.joined(separator: ", "))")
        return nil
    }

    /// Adds a fault of the route's own about a parameter.
    public func fault(_ name: String, _ code: InputFault.Code, _ message: String) {
        faults.append(InputFault(path: Self.path(name), code: code, message: message))
    }

    /// Whether anything that was read, or could not be, is wrong.
    public var hasFaults: Bool { faults.invalidInput != nil }

    /// Ends the reading.
    ///
    /// - Throws: ``InvalidInput`` with everything that was found wrong.
    public func finish() throws(InvalidInput) {
        if let invalidInput = faults.invalidInput { throw invalidInput }
    }

    private func present(_ name: String, required: Bool) -> String? {
        let values = parameters.filter { ExactText($0.name) == ExactText(name) }
        if values.isEmpty, required { fault(name, .required, "is required") }
        if values.count > 1 {
            fault(name, .repeated, "must be given once")
            return nil
        }
        return values.first?.value
    }

    private static func path(_ name: String) -> JSONPath {
        JSONPath(stringLiteral: "query.\(name)")
    }
}

extension InputFault.Code {
    /// A query parameter stands there more than once.
    public static let repeated: InputFault.Code = "repeated"
    /// A `%` without two hexadecimal digits, bytes that are not UTF-8, a NUL, or more combining marks in a row than any text needs.
    public static let malformedEncoding: InputFault.Code = "malformed_encoding"
}
