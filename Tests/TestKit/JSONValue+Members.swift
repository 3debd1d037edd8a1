public import HTTPCore

extension JSONValue {
    /// A member that must be a text.
    ///
    /// - Throws: ``UnexpectedAnswer`` if it is none.
    public func text(_ name: String) throws -> String {
        guard let text = self[name]?.stringValue else { throw UnexpectedAnswer(description: "\(name) is no text in \(names)") }
        return text
    }

    /// The names of the members, in order.
    public var names: [String] { objectValue?.map { $0.name } ?? [] }
}
