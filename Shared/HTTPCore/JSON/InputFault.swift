/// One thing that is wrong with the input of a request.
public struct InputFault: Sendable, Hashable {
    /// Where: the path of the value, or of the place where it is missing.
    public let path: JSONPath
    /// What, for programs.
    public let code: Code
    /// What, for people: a clause without a full stop.
    public let message: String

    /// A fault at a place.
    public init(path: JSONPath, code: Code, message: String) {
        self.path = path
        self.code = code
        self.message = message
    }

    /// The fault as it stands in the `errors` of a problem.
    public var json: JSONValue {
        ["path": .string(path.text), "code": .string(code.rawValue), "message": .string(message)]
    }
}

extension InputFault {
    /// The stable name of a kind of fault. Routes add kinds of their own as literals.
    public struct Code: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
        /// The name: lowercase words joined by underscores.
        public let rawValue: String

        /// A code of that name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A code of that name.
        public init(stringLiteral value: String) {
            rawValue = value
        }

        /// A required field is not there.
        public static let required: Code = "required"
        /// A required field is `null`.
        public static let nullNotAllowed: Code = "null_not_allowed"
        /// Another kind of value was expected.
        public static let wrongType: Code = "wrong_type"
        /// A text has too few characters, or an array too few elements.
        public static let tooShort: Code = "too_short"
        /// A text has too many characters, an array too many elements, or a number too many digits.
        public static let tooLong: Code = "too_long"
        /// A number is smaller or larger than allowed.
        public static let outOfRange: Code = "out_of_range"
        /// A number was expected.
        public static let notANumber: Code = "not_a_number"
        /// An integer was expected.
        public static let notAnInteger: Code = "not_an_integer"
        /// A text is none of the allowed ones.
        public static let notAllowed: Code = "not_allowed"
        /// A field that the route does not know.
        public static let unknownField: Code = "unknown_field"
        /// There are more faults than are listed.
        public static let moreFaults: Code = "more_faults"
    }
}
