import Hummingbird
import NIOCore

extension Request {
    /// The first bytes of the body. The rest is read, too, and dropped, so that the connection can go on.
    ///
    /// - Parameters:
    ///   - kept: how many bytes are kept at most.
    ///   - limit: how many are read at most, more or less.
    /// - Returns: the bytes, and whether the body was read to its end.
    func start(ofBody kept: Int, readingUpTo limit: Int) async throws -> (bytes: [UInt8], isComplete: Bool) {
        var bytes: [UInt8] = []
        var count = 0
        for try await chunk in body {
            bytes.append(contentsOf: chunk.readableBytesView.prefix(kept - bytes.count))
            count += chunk.readableBytes
            guard count <= limit else { return (bytes, false) }
        }
        return (bytes, true)
    }
}
