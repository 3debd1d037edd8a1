import HTTPCore
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import Timekeeping

/// Streams of server-sent events that tell applications to ask for their flags again.
///
///     id: 5f0c…
///     event: message
///     data: {"type":"refetchEvaluation","etag":"5f0c…","lastModified":1771622898}
///
/// An event's id names the configuration, so that a client that comes back is told at once if that is another one now.
/// Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
struct ChangeStreams: Sendable {
    /// So long a stream may be silent: a proxy, or an application that has gone, would not be noticed otherwise.
    static let silence = Duration.seconds(20)
    /// After so long without a word a client takes a stream for dead.
    private static let inactivityDelay = 120

    let live: LiveFlags
    /// The path of the streams.
    let path: String

    /// The project of a channel, `nil` if there is none.
    func project(ofChannel channel: String) -> LiveProject? {
        // Of one length and of ASCII: other texts would take long to look up.
        guard channel.utf8.count == 32, channel.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        return live.project(ofChannel: channel)
    }

    /// Writes where the changes of a project are announced, as the end of an answer: `,"eventStreams":[…]}`.
    ///
    /// - Parameter snapshot: what was answered from; if another one is there when the stream is opened, it begins with an event.
    func writeAddress(of project: LiveProject, from snapshot: LiveSnapshot, to buffer: inout ByteBuffer) {
        buffer.writeStaticString(#","eventStreams":[{"type":"sse","endpoint":{"requestUri":""#)
        buffer.writeString("\(path)?channel=\(project.channel)&since=\(snapshot.version)")
        buffer.writeStaticString(#""},"inactivityDelaySec":"#)
        buffer.writeString("\(Self.inactivityDelay)")
        buffer.writeStaticString("}]}")
    }

    /// A stream of the project's changes.
    ///
    /// - Parameter version: the configuration that the client has; `nil` for whatever is there now.
    func stream(of project: LiveProject, after version: String?) -> Response {
        // Taken before the first look, so that no change falls between.
        let signals = project.subscribers.subscribe()
        let channel = project.channel
        let first = version ?? project.snapshot.version
        let body = ResponseBody { [live] writer in
            // Sends the head, and lets browsers come back soon when the stream breaks.
            try await writer.write(ByteBuffer(staticString: "retry: 2000\n\n"))
            var known = first
            var isFirst = true
            while let snapshot = live.project(ofChannel: channel)?.snapshot {
                if snapshot.version != known {
                    known = snapshot.version
                    try await writer.write(Self.event(snapshot))
                } else if !isFirst {
                    try await writer.write(ByteBuffer(staticString: ":\n\n"))
                }
                isFirst = false
                guard await signals.first(where: { _ in true }) != nil else { break }
            }
            try await writer.finish(nil)
        }
        // `no-transform`, or a proxy may compress, and so hold back, what must arrive now. X-Accel-Buffering says the same to nginx.
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store, no-transform", .accelBuffering: "no"],
            body: body
        )
    }

    private static func event(_ snapshot: LiveSnapshot) -> ByteBuffer {
        let data = #"{"type":"refetchEvaluation","etag":"\#(snapshot.version)","lastModified":\#(snapshot.parts.changedAt.seconds)}"#
        return ByteBuffer(string: "id: \(snapshot.version)\nevent: message\ndata: \(data)\n\n")
    }
}

/// Wakes streams that would be silent for too long.
struct StreamUpkeep: Service {
    let live: LiveFlags

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                try await Task.sleep(for: ChangeStreams.silence)
                live.wakeSubscribers()
            }
        }
    }
}
