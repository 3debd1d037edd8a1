/// A fact of the issuer's own, printed among those of the invoice.
public struct CustomField: Sendable, Hashable {
    /// What it is.
    public var label: String
    /// Its value.
    public var value: String

    /// A fact.
    public init(label: String, value: String) {
        self.label = label
        self.value = value
    }
}
