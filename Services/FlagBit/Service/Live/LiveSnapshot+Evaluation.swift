import HTTPCore
import Hummingbird

extension LiveSnapshot {
    /// So many steps are done on the event loop, which others wait for: some milliseconds at the very most, microseconds as a rule.
    private static let lightSteps = 500_000

    /// Evaluates flags where nobody waits for it: there and then, or if it might take long because of what the project asks of its contexts
    /// (long lists of texts, large regular expressions), beside the event loop.
    ///
    /// - Parameters:
    ///   - request: its body is the context, or little more than that.
    ///   - isHeavy: whether it takes long in any case.
    func evaluating<Answer: Sendable>(
        for request: Request,
        isHeavy: Bool = false,
        _ work: @Sendable () throws -> Answer
    ) async rethrows -> Answer {
        // A body that comes in pieces, without a length, is at most so long.
        let bytes = request.headers.value(of: .contentLength).flatMap { Int($0) } ?? FlagBit.limits.bodyBytes
        let (steps, isBeyond) = cost.multipliedReportingOverflow(by: bytes)
        guard isHeavy || isBeyond || steps > Self.lightSteps else { return try work() }
        return try await offEventLoop(work)
    }
}
