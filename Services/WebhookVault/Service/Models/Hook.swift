import Accounts

/// An endpoint, as far as a request to it is concerned.
struct Hook: Sendable {
    let endpointID: Int64
    /// The owner's; `nil` if it belongs to nobody.
    let accountID: Int64?
    /// The owner's: how much is kept, and for how long.
    let plan: Plan
    let response: CannedResponse
}
