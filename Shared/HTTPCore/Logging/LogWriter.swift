import Dispatch
import Synchronization

#if canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Writes log lines to a file descriptor, many at a time and on a thread of its own, so that nobody who logs waits for a disk or a pipe.
///
/// A line is written at most 50 ms after it was given. If the descriptor takes nothing, lines are kept up to a bound and then dropped; how many is logged later.
public final class LogWriter: Sendable {
    private struct Pending {
        var lines: [UInt8] = []
        /// The buffer of the last write, kept for the next one.
        var spare: [UInt8] = []
        var isWriteScheduled = false
        var dropped = 0
    }

    /// Beyond this many bytes the lines are written at once.
    private static let soon = 256 * 1024

    private let pending = Mutex(Pending())
    private let queue = DispatchQueue(label: "log-writer")
    private let descriptor: CInt
    private let bufferLimit: Int
    private let delay: DispatchTimeInterval

    /// A writer.
    ///
    /// - Parameters:
    ///   - descriptor: Where to write; stays open. Default: 1, the standard output.
    ///   - bufferLimit: How many bytes are kept at most. Default: 4 MiB.
    ///   - delayMilliseconds: How long a line waits for others at most. Default: 50.
    public init(descriptor: CInt = 1, bufferLimit: Int = 4 << 20, delayMilliseconds: Int = 50) {
        // A reader that goes away is an error to handle, not a reason to die.
        signal(SIGPIPE, SIG_IGN)
        self.descriptor = descriptor
        self.bufferLimit = bufferLimit
        delay = .milliseconds(delayMilliseconds)
    }

    /// Takes a line, which ends with a line feed. Never waits.
    public func write(_ line: [UInt8]) {
        enum Next { case nothing, writeLater, writeNow }
        let next: Next = pending.withLock { pending in
            guard pending.lines.count + line.count <= bufferLimit else {
                pending.dropped += 1
                return .nothing
            }
            let wasSmall = pending.lines.count < Self.soon
            pending.lines.append(contentsOf: line)
            defer { pending.isWriteScheduled = true }
            if wasSmall && pending.lines.count >= Self.soon { return .writeNow }
            return pending.isWriteScheduled ? .nothing : .writeLater
        }
        switch next {
        case .nothing: break
        case .writeLater: queue.asyncAfter(deadline: .now() + delay) { self.writePending() }
        case .writeNow: queue.async { self.writePending() }
        }
    }

    /// Writes what is there. Waits for it at most half a second, since whoever reads the log may have stopped. Lines may still be written afterwards.
    public func close() {
        let written = DispatchSemaphore(value: 0)
        queue.async {
            self.writePending()
            written.signal()
        }
        _ = written.wait(timeout: .now() + .milliseconds(500))
    }

    private func writePending() {
        var (lines, dropped) = pending.withLock { pending in
            defer {
                pending.lines = pending.spare
                pending.spare = []
                pending.isWriteScheduled = false
                pending.dropped = 0
            }
            return (pending.lines, pending.dropped)
        }
        if dropped > 0 { lines.append(contentsOf: "log lines dropped: \(dropped)\n".utf8) }
        writeOut(lines)
        lines.removeAll(keepingCapacity: true)
        pending.withLock { if $0.spare.isEmpty { $0.spare = lines } }
    }

    /// Writes all bytes, and gives up on any error but a full or interrupted descriptor: there is nobody left to tell.
    private func writeOut(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let written = Self.write(descriptor, UnsafeRawBufferPointer(rebasing: rest))
                if written > 0 {
                    rest = rest.dropFirst(written)
                } else if errno == EAGAIN {
                    var readiness = pollfd(fd: descriptor, events: CShort(POLLOUT), revents: 0)
                    poll(&readiness, 1, 100)
                } else if errno != EINTR {
                    return
                }
            }
        }
    }

    private static func write(_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Musl)
        Musl.write(descriptor, bytes.baseAddress, bytes.count)
        #else
        Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }
}
