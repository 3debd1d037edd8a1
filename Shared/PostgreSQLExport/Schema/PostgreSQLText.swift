/// Names and constants as PostgreSQL reads them, with `standard_conforming_strings` on.
enum PostgreSQLText {
    /// The longest name that PostgreSQL does not cut, in bytes. Source: its documentation, Identifiers and Key Words.
    static let nameLimit = 63

    /// What PostgreSQL calls columns of its own, in every table. Source: its documentation, System Columns.
    static let systemColumns: Set<String> = ["tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"]

    /// A name in double quotes, so that reserved words are no trouble and capitals stay.
    static func name(_ name: String) -> String { "\"" + doubling("\"", in: name) + "\"" }

    /// Names in double quotes, separated by commas.
    static func names(_ list: [String]) -> String { list.map { name($0) }.joined(separator: ", ") }

    /// A text in single quotes.
    static func literal(_ text: String) -> String { "'" + doubling("'", in: text) + "'" }

    private static func doubling(_ quote: Character, in text: String) -> String {
        text.split(separator: quote, omittingEmptySubsequences: false).joined(separator: "\(quote)\(quote)")
    }
}
