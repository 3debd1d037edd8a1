extension ConnectionState {
    /// When ``expiry(now:)`` has to be asked next; `nil` if nothing can run out.
    var deadline: Int64? {
        if phase == .closed { return nil }
        let drain = drainingSince.map { $0 + limits.drainTimeout.nanoseconds }
        return [phaseDeadline, drain].compactMap { $0 }.min()
    }

    /// What is due now.
    func expiry(now: Int64) -> Expiry {
        if phase == .closed { return .none }
        if let drainingSince, now >= drainingSince + limits.drainTimeout.nanoseconds { return .cut }
        guard let phaseDeadline, now >= phaseDeadline else { return .none }
        switch phase {
        case .idle, .lingering: return .close
        case .head: return .refuseSlowHead
        case .exchange(let exchange): return expiry(of: exchange, now: now)
        case .finishing: return .checkOutput
        case .closed: return .none
        }
    }

    private func expiry(of exchange: Exchange, now: Int64) -> Expiry {
        if exchange.isAnswerComplete { return .close }
        if let answer = answerDeadline(exchange), now >= answer { return .refuseLateAnswer }
        if let body = bodyDeadline(exchange), now >= body { return .breakOffBody }
        return .checkOutput
    }

    private var phaseDeadline: Int64? {
        switch phase {
        case .idle(let since, let isFirst): since + (isFirst ? limits.headTimeout : limits.idleTimeout).nanoseconds
        case .head(let since): since + limits.headTimeout.nanoseconds
        case .exchange(let exchange): [bodyDeadline(exchange), answerDeadline(exchange), outputDeadline(exchange)].compactMap { $0 }.min()
        case .finishing: output.since + limits.idleTimeout.nanoseconds
        case .lingering(let since): since + limits.lingerTimeout.nanoseconds
        case .closed: nil
        }
    }

    private func bodyDeadline(_ exchange: Exchange) -> Int64? {
        exchange.isRequestComplete ? nil : exchange.bodyDueBy
    }

    private func answerDeadline(_ exchange: Exchange) -> Int64? {
        exchange.isAnswerBegun ? nil : exchange.lastInputAt + limits.requestDeadline.nanoseconds
    }

    private func outputDeadline(_ exchange: Exchange) -> Int64? {
        exchange.isAnswerBegun && !exchange.isAnswerComplete ? output.since + limits.idleTimeout.nanoseconds : nil
    }
}
