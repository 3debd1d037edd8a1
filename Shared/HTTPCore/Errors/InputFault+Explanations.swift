extension InputFault.Code {
    /// The codes that any product may list, each with what it means. A product's own kinds of fault are explained by their messages.
    static let explained: [(code: InputFault.Code, meaning: String)] = [
        (.required, "A field or parameter that must be there is not."),
        (.nullNotAllowed, "A field that must have a value is null."),
        (.wrongType, "Another kind of value is expected, such as a string instead of a number."),
        (.notANumber, "A number is expected."),
        (.notAnInteger, "A whole number is expected."),
        (.notADate, "A date or a time is expected, such as 2026-11-26 or 2026-11-26T09:00:00Z."),
        (.notATime, "A time is expected: RFC 3339 such as 2026-11-26T09:00:00Z, or seconds since 1970."),
        (.outOfRange, "A number is smaller or larger than allowed."),
        (.tooShort, "A text has too few characters, or a list too few elements."),
        (.tooLong, "A text has too many characters, a list too many elements, or a number too many digits."),
        (.notAllowed, "A text is none of the allowed ones, or has characters that are not allowed."),
        (.unknownField, "The route does not know a field of this name; most often it is misspelled."),
        (.repeated, "A query parameter is given more than once."),
        (.malformedEncoding, "A part of the query is not percent-encoded UTF-8 text."),
        ("invalid_cursor", "The cursor is not a \"next_cursor\" that this list has given."),
        (.moreFaults, "There are more faults than are listed; its message says how many."),
    ]
}
