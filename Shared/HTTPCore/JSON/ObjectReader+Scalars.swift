extension ObjectReader {
    /// The value of a field as it is, `null` included; `nil` if the field is absent.
    public func value(_ name: String) -> JSONValue? {
        knownNames.append(name)
        return members?[name]
    }

    /// The value of a field, unless it is absent or `null`; that is a fault if the field is required.
    func present(_ name: String, required: Bool) -> JSONValue? {
        switch value(name) {
        case nil:
            if required && members != nil { fault(name, .required, "is required") }
            return nil
        case .null?:
            if required { fault(name, .nullNotAllowed, "is required and must not be null") }
            return nil
        case let value?:
            return value
        }
    }

    // MARK: Text

    /// A text.
    ///
    /// - Parameter length: how many Unicode scalars it may have; by default 1...10 000 if it is required, 0...10 000 otherwise.
    public func string(_ name: String, required: Bool = false, length: ClosedRange<Int>? = nil) -> String? {
        guard let value = present(name, required: required) else { return nil }
        return string(value, at: path.member(name), length: length ?? (required ? 1 : 0)...10_000)
    }

    /// A text, or the default if it is absent or wrong.
    public func string(_ name: String, length: ClosedRange<Int>? = nil, default: String) -> String {
        string(name, length: length) ?? `default`
    }

    /// A text that must be there, or an empty stand-in if it is wrong.
    public func requiredString(_ name: String, length: ClosedRange<Int>? = nil) -> String {
        string(name, required: true, length: length) ?? ""
    }

    /// One of the raw values of a type.
    public func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        as type: Choice.Type = Choice.self,
        required: Bool = false
    ) -> Choice? {
        guard let value = present(name, required: required) else { return nil }
        guard let text = value.stringValue else {
            wrongType(value, at: path.member(name), expected: "a string")
            return nil
        }
        if let choice = Choice(rawValue: text) { return choice }
        fault(name, .notAllowed, "must be one of \(Choice.allCases.map { InputText.quoted($0.rawValue) }.joined(separator: ", "))")
        return nil
    }

    /// One of the raw values of a type, or the default if it is absent or wrong.
    public func choice<Choice: RawRepresentable<String> & CaseIterable>(_ name: String, default: Choice) -> Choice {
        choice(name) ?? `default`
    }

    // MARK: Numbers and truth values

    /// An integer, however it is written: `60`, `60.0` or `6e1` (``JSONNumber/wholeInt64``).
    public func integer(_ name: String, required: Bool = false, in range: ClosedRange<Int> = .min ... .max) -> Int? {
        guard let value = present(name, required: required) else { return nil }
        guard let number = value.numberValue else {
            fault(name, .notAnInteger, "must be an integer, not \(value.kind)")
            return nil
        }
        let whole = number.wholeInt64
        guard whole != nil || number.isInteger else {
            fault(name, .notAnInteger, "must be a whole number")
            return nil
        }
        guard let integer = whole.flatMap(Int.init(exactly:)), range.contains(integer) else {
            fault(name, .outOfRange, "must be between \(range.lowerBound) and \(range.upperBound)")
            return nil
        }
        return integer
    }

    /// An integer, or the default if it is absent or wrong.
    public func integer(_ name: String, in range: ClosedRange<Int> = .min ... .max, default: Int) -> Int {
        integer(name, in: range) ?? `default`
    }

    /// An integer that must be there, or the lower end of the range as a stand-in if it is wrong.
    public func requiredInteger(_ name: String, in range: ClosedRange<Int> = .min ... .max) -> Int {
        integer(name, required: true, in: range) ?? range.lowerBound
    }

    /// A number with its exact digits, at most 100 characters of them.
    ///
    /// - Parameter acceptsText: whether a string that holds a JSON number (`"19.90"`) passes too.
    public func number(_ name: String, required: Bool = false, acceptsText: Bool = false) -> JSONNumber? {
        guard let value = present(name, required: required) else { return nil }
        guard let number = value.numberValue ?? (acceptsText ? value.stringValue.flatMap(JSONNumber.init) : nil) else {
            fault(name, .notANumber, acceptsText ? "must be a number or a string with a number" : "must be a number, not \(value.kind)")
            return nil
        }
        guard number.text.utf8.count <= 100 else {
            fault(name, .tooLong, "must be a number of at most 100 characters")
            return nil
        }
        return number
    }

    /// A number that must be there, or 0 as a stand-in if it is wrong.
    public func requiredNumber(_ name: String, acceptsText: Bool = false) -> JSONNumber {
        number(name, required: true, acceptsText: acceptsText) ?? JSONNumber(0)
    }

    /// `true` or `false`; no number or text stands for either.
    public func boolean(_ name: String, required: Bool = false) -> Bool? {
        guard let value = present(name, required: required) else { return nil }
        if case .bool(let value) = value { return value }
        wrongType(value, at: path.member(name), expected: "true or false")
        return nil
    }

    /// `true` or `false`, or the default if it is absent or wrong.
    public func boolean(_ name: String, default: Bool) -> Bool {
        boolean(name) ?? `default`
    }
}

extension ObjectReader {
    func wrongType(_ value: JSONValue, at path: JSONPath, expected: String) {
        fault(at: path, .wrongType, "must be \(expected), not \(value.kind)")
    }

    /// The text, if it is one of a length in the range.
    func string(_ value: JSONValue, at path: @autoclosure () -> JSONPath, length: ClosedRange<Int>) -> String? {
        guard case .string(let text) = value else {
            wrongType(value, at: path(), expected: "a string")
            return nil
        }
        let count = text.unicodeScalars.count
        if count < length.lowerBound {
            fault(
                at: path(),
                .tooShort,
                length.lowerBound == 1 ? "must not be empty" : "must have at least \(length.lowerBound) characters, not \(count)"
            )
            return nil
        }
        if count > length.upperBound {
            fault(at: path(), .tooLong, "must have at most \(length.upperBound) characters, not \(count)")
            return nil
        }
        return text
    }
}
