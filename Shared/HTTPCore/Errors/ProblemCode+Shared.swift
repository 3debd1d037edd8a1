extension ProblemCode {
    /// Every code that all products can answer with, in the order in which they are explained to people. A test finds one that is missing.
    public static let shared: [ProblemCode] = [message, resources, idempotency, caller, keys, amounts, service].flatMap { $0 }

    private static let message: [ProblemCode] = [
        .malformedRequest, .invalidJSON, .invalidInput, .requestTimeout, .payloadTooLarge, .unsupportedMediaType, .headersTooLarge,
    ]
    private static let resources: [ProblemCode] = [.notFound, .methodNotAllowed, .conflict]
    private static let idempotency: [ProblemCode] = [.idempotencyKeyReused, .idempotencyKeyInUse]
    private static let caller: [ProblemCode] = [.unauthorized, .insufficientScope, .emailTaken, .invalidEmail]
    private static let keys: [ProblemCode] = [.lastAdminKey, .keyNotActive, .keyLimitReached]
    private static let amounts: [ProblemCode] = [.rateLimited, .quotaExceeded, .planLimitReached]
    private static let service: [ProblemCode] = [.overloaded, .unavailable, .storageUnavailable, .deadlineExceeded, .internalError]
}
