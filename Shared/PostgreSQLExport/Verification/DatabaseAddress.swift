/// Where a database is, as libpq reads it, with the password apart: the command line of a process can be seen by everybody on the machine.
///
/// Source: PostgreSQL's documentation, libpq, Connection Strings.
struct DatabaseAddress: Equatable {
    /// Without a password.
    private(set) var text = ""
    private(set) var password: String?

    /// - Throws: ``PostgreSQLExportError/client(reason:)``, which shows nothing of the address: there may be a password in it.
    init(_ address: String) throws {
        let fault = PostgreSQLExportError.client(
            reason: """
                this is no address of a database; give one such as postgresql://user@host/name, in which : / ? @ and % in a name or password \
                are %3A %2F %3F %40 and %25
                """
        )
        guard !address.isEmpty, !address.utf8.contains(0) else { throw fault }
        let isRead: Bool
        if let scheme = ["postgresql://", "postgres://"].first(where: { address.hasPrefix($0) }) {
            text = scheme
            isRead = read(url: address.dropFirst(scheme.count))
        } else if address.contains("=") {
            isRead = read(pairs: address[...])
        } else {
            // The name of a database.
            text = address
            isRead = true
        }
        guard isRead else { throw fault }
    }

    /// `user:password@host/name?key=value`. As libpq: the user ends at the first @ before any slash.
    private mutating func read(url: Substring) -> Bool {
        var rest = url
        if let end = url.firstIndex(where: { $0 == "@" || $0 == "/" }), url[end] == "@" {
            let parts = url[..<end].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 {
                guard let decoded = Self.decoded(parts[1]) else { return false }
                password = decoded
            }
            text += parts[0] + "@"
            rest = url[url.index(after: end)...]
        }
        let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        // Else it was a part of the password, and psql would show it as the name of a host.
        guard !parts[0].contains("@") else { return false }
        text += parts[0]
        guard parts.count == 2 else { return true }
        var others: [Substring] = []
        for pair in parts[1].split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, let key = Self.decoded(sides[0]), let value = Self.decoded(sides[1]) else { return false }
            if key == "password" { password = value } else { others.append(pair) }
        }
        if !others.isEmpty { text += "?" + others.joined(separator: "&") }
        return true
    }

    /// `key=value key = 'another value'`, with backslashes before quotes and backslashes.
    private mutating func read(pairs: Substring) -> Bool {
        var rest = pairs.drop(while: \.isWhitespace)
        var others: [Substring] = []
        while !rest.isEmpty {
            let start = rest
            let key = rest.prefix { !$0.isWhitespace && $0 != "=" }
            rest = rest[key.endIndex...].drop(while: \.isWhitespace)
            guard !key.isEmpty, rest.first == "=" else { return false }
            rest = rest.dropFirst().drop(while: \.isWhitespace)
            guard let value = Self.value(&rest) else { return false }
            if key == "password" { password = value } else { others.append(start[..<rest.startIndex]) }
            rest = rest.drop(while: \.isWhitespace)
        }
        text = others.joined(separator: " ")
        return true
    }

    private static func value(_ rest: inout Substring) -> String? {
        let isQuoted = rest.first == "'"
        if isQuoted { rest.removeFirst() }
        var value = ""
        while let character = rest.first, isQuoted ? character != "'" : !character.isWhitespace {
            rest.removeFirst()
            if character != "\\" { value.append(character) } else if let next = rest.popFirst() { value.append(next) }
        }
        guard isQuoted else { return value }
        return rest.popFirst() == nil ? nil : value
    }

    /// `nil` for what no address can have: a percent sign that stands for nothing, or for a NUL.
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            guard digits.count == 2, digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-"),
                let decoded = UInt8(String(decoding: digits, as: UTF8.self), radix: 16), decoded != 0
            else { return nil }
            bytes.append(decoded)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
