import NIOCore
import Synchronization

/// What the channel of a connection and the code that answers its requests know of each other.
final class Connection: Sendable {
    private struct Shared {
        var requestID = ""
        var rawHead: ByteBuffer?
        var isAbandoned = false
        var task: Task<Void, Never>?
    }

    /// The address of the other end, if it has one.
    let peer: IPAddress?

    private let shared = Mutex(Shared())

    init(peer: IPAddress?) {
        self.peer = peer
    }

    /// The id of the request that is being answered.
    var requestID: String {
        get { shared.withLock { $0.requestID } }
        set { shared.withLock { $0.requestID = newValue } }
    }

    /// Whether the channel has given an answer of its own in place of the one that is still being worked on.
    var isAbandoned: Bool { shared.withLock { $0.isAbandoned } }

    func setRawHead(_ head: ByteBuffer) {
        shared.withLock { $0.rawHead = head }
    }

    /// The raw head of the request whose answer begins.
    func takeRawHead() -> ByteBuffer? {
        shared.withLock { $0.rawHead.take() }
    }

    /// The task that answers the requests of this connection.
    func setTask(_ task: Task<Void, Never>) {
        let isAbandoned = shared.withLock {
            $0.task = task
            return $0.isAbandoned
        }
        if isAbandoned { task.cancel() }
    }

    /// Cancels whoever still works on an answer: it will not be sent.
    func abandon() {
        let task = shared.withLock {
            $0.isAbandoned = true
            return $0.task.take()
        }
        task?.cancel()
    }
}
