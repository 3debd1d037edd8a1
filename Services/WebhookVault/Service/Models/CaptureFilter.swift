import HTTPCore

/// Which captures of an endpoint are asked for.
struct CaptureFilter: Sendable {
    static let methodLength = 1...50
    static let pathLength = 1...2_000
    static let textLength = 1...1_000

    /// Such as `POST`, in any case.
    let method: String?
    /// Behind `/hook/{token}`, as it was sent; everything below it if it ends with `*`.
    let path: String?
    /// Bytes that stand anywhere in the head or in the body, exactly so.
    let text: ByteSearch?

    /// Reads `method`, `path` and `q`.
    init(_ query: QueryReader) {
        method = query.string("method", length: Self.methodLength)?.uppercased()
        path = query.string("path", length: Self.pathLength)
        text = query.string("q", length: Self.textLength).map { ByteSearch(Array($0.utf8)) }
    }

    /// Whether everything is asked for.
    var isEmpty: Bool { method == nil && path == nil && text == nil }

    /// - Parameter body: gets the body, if it comes to that.
    func matches(_ capture: Capture, body: () throws -> [UInt8]?) rethrows -> Bool {
        if let method, !capture.head.method.elementsEqual(method.utf8) { return false }
        if let path, !Self.isPath(capture.head.pathInHook, path.utf8) { return false }
        guard let text else { return true }
        return try text.matches(capture.head.bytes) || text.matches(try body() ?? [])
    }

    /// How much there is to look at in a capture, in bytes, with something for finding it.
    func cost(of capture: Capture) -> Int {
        1_024 + capture.head.bytes.count + (text == nil ? 0 : capture.bodySize ?? 0)
    }

    private static func isPath(_ path: ArraySlice<UInt8>, _ pattern: String.UTF8View) -> Bool {
        pattern.last == UInt8(ascii: "*") ? path.starts(with: pattern.dropLast()) : path.elementsEqual(pattern)
    }
}
