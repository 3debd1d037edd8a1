/// The head of a captured request, taken apart. What it was made of is all still there: nothing is decoded.
struct CapturedHead: Sendable {
    /// All of it, up to and including the empty line.
    let bytes: [UInt8]
    /// Such as `POST`.
    let method: ArraySlice<UInt8>
    /// Path and query as they were sent.
    let target: ArraySlice<UInt8>
    /// Such as `HTTP/1.1`.
    let version: ArraySlice<UInt8>
    /// In the order of the wire.
    let fields: [Field]

    struct Field: Sendable {
        /// In its own case.
        let name: ArraySlice<UInt8>
        /// Without the white space around it.
        let value: ArraySlice<UInt8>
    }

    /// Takes apart what the server has accepted as a head.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
        // Empty lines may stand before the request line (RFC 9112 §2.2).
        let content = lines.filter { !$0.isEmpty }
        let words = content.first?.split(separator: UInt8(ascii: " "), maxSplits: 2) ?? []
        (method, target, version) = (words.element(0), words.element(1), words.element(2))
        fields = content.dropFirst().compactMap(Field.init(line:))
    }

    /// The target up to its query.
    var fullPath: ArraySlice<UInt8> { target.prefix { $0 != UInt8(ascii: "?") } }

    /// What follows the first `?` of the target; `nil` without one.
    var query: ArraySlice<UInt8>? {
        target.firstIndex(of: UInt8(ascii: "?")).map { target[target.index(after: $0)...] }
    }

    /// The part of the path behind `/hook/{token}`, `/` if there is none.
    var pathInHook: ArraySlice<UInt8> {
        var rest = fullPath
        for _ in 0..<2 {
            rest = rest.drop { $0 == UInt8(ascii: "/") }.drop { $0 != UInt8(ascii: "/") }
        }
        return rest.isEmpty ? ArraySlice("/".utf8) : rest
    }

    /// The value of the first field of that name, in lower case; `nil` if there is none.
    func value(of name: String) -> ArraySlice<UInt8>? {
        fields.first { $0.lowercasedName == name }?.value
    }
}

extension CapturedHead.Field {
    /// The field of a line `name: value`.
    fileprivate init?(line: ArraySlice<UInt8>) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        name = line[..<colon]
        value = line[(colon + 1)...].withoutBlanksAround
    }

    /// As names are compared (RFC 9110 §5.1).
    var lowercasedName: String { String(decoding: name, as: UTF8.self).lowercased() }
}

extension [ArraySlice<UInt8>] {
    fileprivate func element(_ position: Int) -> ArraySlice<UInt8> { position < count ? self[position] : [] }
}
