/// The media types that a client takes, by its `Accept` (RFC 9110 §12.5.1).
struct AcceptedTypes {
    private var qualities: [String: Double] = [:]

    /// Longer than any media type with its weight; what is longer is passed over.
    private static let longestRange = 200

    /// - Parameter field: the value of the field; `nil` takes everything.
    init(_ field: String?) {
        // By bytes: text from a header may be of a kind that takes long to compare.
        for range in (field ?? "*/*").utf8.split(separator: UInt8(ascii: ",")) where range.count <= Self.longestRange {
            let parts = String(decoding: range, as: UTF8.self).lowercased().filter { $0 != " " && $0 != "\t" }.split(separator: ";")
            guard let type = parts.first else { continue }
            qualities[String(type)] = Self.quality(parts.dropFirst())
        }
    }

    /// How much the client wants a type, 0 (not at all) to 1.
    ///
    /// - Parameter type: in lower case, without parameters.
    func quality(of type: String) -> Double {
        let kind = type.prefix { $0 != "/" }
        return qualities[type] ?? qualities["\(kind)/*"] ?? qualities["*/*"] ?? 0
    }

    private static func quality(_ parameters: some Sequence<Substring>) -> Double {
        let text = parameters.first { $0.hasPrefix("q=") }?.dropFirst(2)
        guard let quality = text.flatMap({ Double($0) }), (0...1).contains(quality) else { return 1 }
        return quality
    }
}
