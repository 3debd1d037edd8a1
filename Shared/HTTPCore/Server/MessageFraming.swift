/// Finds where in a stream of bytes one request ends and the next begins (RFC 9112 §6).
///
/// It only counts; whether the bytes are correct is for the parser to say, which sees the same bytes.
struct MessageFraming {
    /// How long a body is.
    enum Body: Equatable {
        case length(Int)
        case chunked
    }

    enum State: Equatable {
        /// In the head. `isBlank` as long as only line ends have come, which may precede a request.
        case head(isBlank: Bool, lineLength: Int)
        /// The head is complete; ``begin(_:)`` has to tell what follows.
        case headEnd
        /// In a body, of which that many bytes are missing.
        case body(missing: Int)
        /// In the line with a chunk's size. The size ends at the first character that is no hexadecimal digit.
        case chunkSize(size: Int, isInDigits: Bool)
        /// In a chunk, of which that many bytes are missing, its line end included.
        case chunk(missing: Int)
        /// In the trailer section, in a line that has that many characters so far.
        case trailer(lineLength: Int)
        /// The request is complete.
        case end
    }

    private(set) var state = State.head(isBlank: true, lineLength: 0)

    /// Whether part of a head has come, but not all of it.
    var isInsideHead: Bool {
        if case .head(isBlank: false, _) = state { true } else { false }
    }

    var isInHead: Bool {
        if case .head = state { true } else { false }
    }

    /// Says how long the body is, at ``State/headEnd``.
    mutating func begin(_ body: Body) {
        switch body {
        case .length(0): state = .end
        case .length(let length): state = .body(missing: length)
        case .chunked: state = .chunkSize(size: 0, isInDigits: true)
        }
    }

    /// Starts with the next request, at ``State/end``.
    mutating func beginNext() {
        state = .head(isBlank: true, lineLength: 0)
    }

    /// Goes over bytes until the head or the request ends, or no more are there.
    ///
    /// - Returns: How many bytes it went over.
    mutating func advance(over bytes: UnsafeRawBufferPointer) -> Int {
        var position = 0
        while position < bytes.count {
            switch state {
            case .headEnd, .end: return position
            case .body(let missing): position += skip(missing, of: bytes.count - position, then: .end) { .body(missing: $0) }
            case .chunk(let missing):
                position += skip(missing, of: bytes.count - position, then: .chunkSize(size: 0, isInDigits: true)) { .chunk(missing: $0) }
            case .head, .chunkSize, .trailer:
                state = state.after(bytes[position])
                position += 1
            }
        }
        return position
    }

    private mutating func skip(_ missing: Int, of available: Int, then next: State, else rest: (Int) -> State) -> Int {
        let count = min(missing, available)
        state = count == missing ? next : rest(missing - count)
        return count
    }
}

extension MessageFraming.State {
    fileprivate func after(_ byte: UInt8) -> Self {
        switch self {
        case .head(let isBlank, let lineLength):
            guard byte == UInt8(ascii: "\n") else {
                return byte == UInt8(ascii: "\r") ? self : .head(isBlank: false, lineLength: lineLength + 1)
            }
            return !isBlank && lineLength == 0 ? .headEnd : .head(isBlank: isBlank, lineLength: 0)
        case .chunkSize(let size, let isInDigits):
            if byte == UInt8(ascii: "\n") { return size == 0 ? .trailer(lineLength: 0) : .chunk(missing: size + 2) }
            guard isInDigits, let digit = Character(UnicodeScalar(byte)).hexDigitValue else {
                return .chunkSize(size: size, isInDigits: false)
            }
            // A size that is too large to count is one that the parser refuses.
            return .chunkSize(size: size < 1 << 48 ? size << 4 | digit : size, isInDigits: true)
        case .trailer(let lineLength):
            guard byte == UInt8(ascii: "\n") else { return byte == UInt8(ascii: "\r") ? self : .trailer(lineLength: lineLength + 1) }
            return lineLength == 0 ? .end : .trailer(lineLength: 0)
        case .headEnd, .body, .chunk, .end: return self
        }
    }
}
