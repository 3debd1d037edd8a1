/// The weights a text can be set in; the raw value is the index in a ``FontSet``.
enum FontWeight: Int, CaseIterable, Sendable {
    case regular
    case bold
}
