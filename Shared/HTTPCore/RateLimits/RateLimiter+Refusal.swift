extension RateLimiter {
    /// What becomes of a request that is refused and counted for that by the client's address: the refusal with the fields of the limit, or
    /// the 429 of a client that has had too many of them.
    public func counted(_ refusal: Problem, against limit: RateLimit, _ context: ServiceContext) -> any Error {
        guard let address = context.clientAddress?.limitKey else { return refusal }
        let decision = take(limit, key: address)
        guard decision.isAllowed else { return limit.problem(decision) }
        return RateLimitFields(limit).adding(decision, to: refusal)
    }
}
