import Timekeeping

/// An account that is gone for everybody, and whose rows are still there.
struct UnfinishedErasure: Sendable {
    let accountID: Int64
    let erasedAt: Timestamp
}
