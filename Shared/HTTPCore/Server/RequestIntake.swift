import HTTPTypes
import NIOCore

/// Where the body of a request goes while it comes in.
enum RequestIntake {
    /// Into memory, until it is complete. Only then the request is answered: most bodies are small, and so none of them costs more than
    /// one look at its request.
    case gathered(HTTPRequest, ByteBuffer)
    /// To whoever answers the request and has begun to, as fast as it is taken.
    case streamed(BodyStream.Source)
    /// Nowhere: there is none, or nobody wants it any more.
    case dropped

    /// The largest body that is gathered.
    static let gatheredBytes = 64 << 10
}

/// A body on its way from the connection to the code that answers.
typealias BodyStream = NIOThrowingAsyncSequenceProducer<
    ByteBuffer, any Error, NIOAsyncSequenceProducerBackPressureStrategies.HighLowWatermark, BodyDemand
>

/// Tells a connection how the reader of a body gets on.
struct BodyDemand: NIOAsyncSequenceProducerDelegate {
    let handler: NIOLoopBound<ConnectionHandler>
    let eventLoop: any EventLoop

    func produceMore() {
        eventLoop.execute { handler.value.bodyIsWanted() }
    }

    func didTerminate() {
        eventLoop.execute { handler.value.bodyIsWanted() }
    }
}

extension BodyStream {
    /// Some pieces may wait, so that the connection and the reader need not take turns.
    static func make(for handler: NIOLoopBound<ConnectionHandler>, on eventLoop: any EventLoop) -> NewSequence {
        makeSequence(
            backPressureStrategy: .init(lowWatermark: 2, highWatermark: 8),
            finishOnDeinit: true,
            delegate: BodyDemand(handler: handler, eventLoop: eventLoop)
        )
    }
}
