import Atomics

/// A project as evaluation sees it: its keys, which never change here, and its flags, which do.
final class LiveProject: Sendable {
    let id: Int64
    /// Whose it is: for whom its evaluations are counted.
    let accountID: Int64
    let keys: [SDKKey]
    /// What its stream of changes is asked for with.
    let channel: String
    /// Who wants to know of changes.
    let subscribers: Subscribers

    private let current: ManagedAtomic<LiveSnapshot>

    /// `nil` without a key: nobody can evaluate it.
    ///
    /// - Parameter subscribers: those that it had before.
    init?(_ id: Int64, keys: [SDKKey], snapshot: LiveSnapshot, subscribers: Subscribers = Subscribers()) {
        guard let key = keys.first else { return nil }
        self.id = id
        accountID = key.accountID
        channel = key.channel
        self.keys = keys
        self.subscribers = subscribers
        current = ManagedAtomic(snapshot)
    }

    /// The flags of now, read without a lock.
    var snapshot: LiveSnapshot { current.load(ordering: .acquiring) }

    /// Puts other flags in place, for every evaluation that begins from now on, and tells the subscribers.
    func replace(_ snapshot: LiveSnapshot) {
        current.store(snapshot, ordering: .releasing)
        subscribers.wake()
    }
}
