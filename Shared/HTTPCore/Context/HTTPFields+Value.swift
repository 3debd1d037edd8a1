public import HTTPTypes

extension HTTPFields {
    /// The value of a field, as `self[name]` gives it (several are joined by commas), without its allocations where there is only one.
    public func value(of name: HTTPField.Name) -> String? {
        var value: String?
        for field in self where field.name == name {
            guard value == nil else { return self[name] }
            value = field.value
        }
        return value
    }
}
