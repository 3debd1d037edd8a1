/// Text from outside, made fit for messages.
enum InputText {
    /// More scalars than this of a name are not repeated to whoever sent it.
    static let repeatedScalars = 80

    /// The text in double quotes, escaped as in JSON and cut short if it is long.
    static func quoted(_ text: String) -> String {
        JSONValue.string(shortened(text)).serialized()
    }

    /// The text, cut short with an ellipsis if it is long.
    static func shortened(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: repeatedScalars, limitedBy: scalars.endIndex), end < scalars.endIndex
        else { return text }
        return String(scalars[..<end]) + "…"
    }
}
