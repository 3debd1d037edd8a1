/// Countries by what people write into addresses.
enum Country {
    /// The code of ISO 3166-1 for a code or a name in any letter case, such as `de`, `Germany` or `Österreich`.
    ///
    /// - Returns: `nil` for what is no country. Names of about ten languages are known; see ``names``.
    static func code(of text: String) -> String? {
        if text.utf8.count == 2 {
            let code = text.uppercased()
            if CodeList.countries.contains(code) { return code }
        }
        return codes[key(text)]
    }

    private static let codes: [String: String] = names.split(separator: "\n").reduce(into: [:]) { codes, line in
        let parts = line.split(separator: "|")
        guard let code = parts.first else { return }
        for name in parts.dropFirst() {
            codes[key(name)] = String(code)
        }
    }

    /// What is left of a name when case, spaces and punctuation are of no account.
    private static func key(_ name: some StringProtocol) -> String {
        var key = ""
        for character in name.lowercased() {
            if character == "&" { key += "and" }
            if character.isLetter { key.append(character) }
        }
        return key
    }
}
