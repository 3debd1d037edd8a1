import HTTPCore

extension Scopes {
    /// The scopes of a key's row: their names, separated by spaces. What is none of them is passed over: a newer program may know more.
    init(stored text: String) {
        self = []
        for word in text.utf8.split(separator: UInt8(ascii: " ")) {
            if let scope = Scopes(names: CollectionOfOne(Substring(word))) { insert(scope) }
        }
    }

    /// As a key's row holds them: `read write`.
    var stored: String { names.joined(separator: " ") }
}
