import Cryptography
import HTTPCore
import HTTPTypes
import Hummingbird

/// A request that its client has given an ``IdempotencyKey``: under what its answer is kept, and with what that is sealed.
struct NamedRequest: Sendable {
    /// Over whose key it is and the key: what the row is found by.
    let hash: Digest
    /// Over method, path with query, variant, and body: what must be the same for the stored answer to be given. Keyed, so that nobody who has the
    /// file but not the `Idempotency-Key` can try out what a short body said.
    let fingerprint: Digest
    private let sealingKey: Digest

    /// What is larger is not digested, read from the file or opened on the event loop, but where there is time: it takes a good part of a
    /// millisecond.
    static let bytesAtOnce = 64 << 10

    /// - Parameters:
    ///   - owner: whose key it is: `idempotencyKeyOwner` of the context.
    ///   - variant: what decides about the answer beside method, path and body.
    init(_ request: Request, key: IdempotencyKey, of owner: String, variant: String = "", body: ByteBuffer) async {
        // A zero byte separates: none of the texts can hold one, and the digests have one length.
        hash = SHA256.digest(of: Array("\(owner)\0".utf8) + key.bytes)
        // Nothing is added for no variant, so that answers that were stored before there were any are still found.
        let head = "fingerprint\0\(request.method.rawValue)\0\(request.head.path ?? "")\0" + (variant.isEmpty ? "" : "\(variant)\0")
        let bodyDigest = await Self.digest(of: body)
        fingerprint = HMAC.sha256(key: key.bytes, message: Array(head.utf8) + bodyDigest.bytes)
        sealingKey = HMAC.sha256(key: key.bytes, message: Array("sealed answer\0".utf8) + hash.bytes)
    }

    private static func digest(of body: ByteBuffer) async -> Digest {
        guard body.readableBytes > bytesAtOnce else { return SHA256.digest(of: body.readableBytesView) }
        return await offEventLoop { SHA256.digest(of: body.readableBytesView) }
    }

    /// The answer as only who sends the same `Idempotency-Key` again can read it.
    func seal(_ answer: Answer) throws -> [UInt8] {
        try AES256GCM.seal(answer.storedForm, key: sealingKey.bytes, authenticating: hash.bytes)
    }

    /// The answer that was sealed, or `nil` if the bytes are not that any more.
    func open(_ sealed: [UInt8]) async -> Answer? {
        guard sealed.count > Self.bytesAtOnce else { return opened(sealed) }
        return await offEventLoop { opened(sealed) }
    }

    private func opened(_ sealed: [UInt8]) -> Answer? {
        AES256GCM.open(sealed, key: sealingKey.bytes, authenticating: hash.bytes).flatMap { Answer(storedForm: $0) }
    }
}

extension ServiceContext {
    /// Whose ``IdempotencyKey`` a request carries: the account's, or that of a client address where there is no account yet.
    ///
    /// Without the address, whoever guesses a weak key ("1") and an e-mail address could send the same sign-up again and be handed the
    /// new API key of somebody else.
    var idempotencyKeyOwner: String {
        if let identity { return "account \(identity.accountID)" }
        return "address \(clientAddress?.limitKey ?? "unknown")"
    }
}
