import Accounts
import Atomics
import Cryptography
import Database
import Logging
import Synchronization

/// All flags of all projects, compiled, in memory: what evaluation reads instead of the file, without a lock.
///
/// Holds nothing that is not committed. A change is committed first, then put in place here, and only then answered. What is put in place is
/// what the file holds *now* rather than what was written: of two changes at the same time, whichever is put in place last puts the last one
/// committed in place.
final class LiveFlags: Sendable {
    private let directory = ManagedAtomic(LiveDirectory())
    /// Held from reading the file to putting in place what was read, so that what is read later is put in place later.
    private let publication = Mutex(())
    private let store: FlagBitStore
    private let logger: Logger
    /// Whether streams of changes have come to their end.
    private let isStopping = Atomic(false)

    init(store: FlagBitStore, logger: Logger) {
        self.store = store
        self.logger = logger
    }

    // MARK: Reading

    /// The project of an SDK key; `nil` if there is no such key.
    ///
    /// Costs a query only for a key that is not known here: a wrong one, or that of a project made a moment ago.
    func project(ofKey digest: Digest) throws -> LiveProject? {
        if let project = directory.load(ordering: .acquiring).project(ofKey: digest) { return project }
        guard let projectID = try store.projectID(ofKey: digest) else { return nil }
        return try load(projectID)
    }

    /// The project of an SDK key's ``SDKKey/channel``; `nil` if there is no such key. Keys become known here by their first evaluation.
    func project(ofChannel channel: String) -> LiveProject? {
        directory.load(ordering: .acquiring).project(ofChannel: channel)
    }

    // MARK: Changes

    /// Reads everything. For the start.
    func loadAll() throws {
        try publication.withLock { _ in
            var parts: [Int64: LiveParts] = [:]
            let keys = try store.database.read { connection in
                try store.eachFlag(connection) { add($1, to: &parts[$0, default: LiveParts()], of: $0) }
                try store.eachSegment(connection) { add($1, to: &parts[$0, default: LiveParts()], of: $0) }
                return try store.keys(connection)
            }
            var projects: [Int64: LiveProject] = [:]
            for (id, keys) in Dictionary(grouping: keys, by: \.projectID) {
                projects[id] = LiveProject(id, keys: keys, snapshot: LiveSnapshot(parts.removeValue(forKey: id) ?? LiveParts()))
            }
            replace(projects.map { ($0.key, $0.value) })
        }
    }

    /// Puts a committed end of a project in place. Its making need not be: a new project is loaded when somebody evaluates it.
    func projectChanged(_ projectID: Int64) {
        attempt(for: projectID) { try load(projectID) }
    }

    /// Puts a committed change of a flag in place: its making, an edit, or its end.
    func flagChanged(_ key: String, in projectID: Int64) {
        attempt(for: projectID) {
            try change(projectID) { parts, connection in
                parts.flags[key] = nil
                if let stored = try store.flag(key, in: projectID, connection) { add(stored, to: &parts, of: projectID) }
            }
        }
    }

    /// Puts a committed change of a segment in place: its making, an edit, or its end.
    func segmentChanged(_ key: String, in projectID: Int64) {
        attempt(for: projectID) {
            try change(projectID) { parts, connection in
                parts.segments[key] = nil
                if let stored = try store.segment(key, in: projectID, connection) { add(stored, to: &parts, of: projectID) }
            }
        }
    }

    /// Forgets the projects of an account that is gone for everybody in the file already, where nobody finds their keys any more.
    func accountErased(_ accountID: Int64) {
        publication.withLock { _ in
            let projects = directory.load(ordering: .acquiring).projects
            replace(projects.values.filter { $0.accountID == accountID }.map { ($0.id, nil) })
        }
    }

    /// Wakes everybody who waits for a change, whether there is one or not.
    func wakeSubscribers() {
        for project in directory.load(ordering: .acquiring).projects.values { project.subscribers.wake() }
    }

    /// Ends all streams of changes, now and from now on.
    func endStreams() {
        publication.withLock { _ in
            isStopping.store(true, ordering: .sequentiallyConsistent)
            for project in directory.load(ordering: .acquiring).projects.values { project.subscribers.finish() }
        }
    }

    // MARK: Loading

    @discardableResult
    private func load(_ projectID: Int64) throws -> LiveProject? {
        try publication.withLock { _ in
            var parts = LiveParts()
            let keys = try store.database.read { connection in
                for flag in try store.flags(in: projectID, connection) { add(flag, to: &parts, of: projectID) }
                for segment in try store.segments(in: projectID, connection) { add(segment, to: &parts, of: projectID) }
                return try store.keys(of: projectID, connection)
            }
            let subscribers = directory.load(ordering: .acquiring).projects[projectID]?.subscribers ?? Subscribers()
            let project = LiveProject(projectID, keys: keys, snapshot: LiveSnapshot(parts), subscribers: subscribers)
            replace([(projectID, project)])
            if project == nil { subscribers.finish() } else { subscribers.wake() }
            if isStopping.load(ordering: .sequentiallyConsistent) { subscribers.finish() }
            return project
        }
    }

    /// A project that nobody has evaluated yet is loaded whole when somebody does.
    private func change(_ projectID: Int64, _ body: (inout LiveParts, Connection) throws -> Void) throws {
        try publication.withLock { _ in
            guard let project = directory.load(ordering: .acquiring).projects[projectID] else { return }
            var parts = project.snapshot.parts
            try store.database.read { try body(&parts, $0) }
            parts.changedAt = store.accounts.now()
            project.replace(LiveSnapshot(parts))
        }
    }

    private func replace(_ changes: [(Int64, LiveProject?)]) {
        let old = directory.load(ordering: .acquiring)
        directory.store(old.replacing(changes), ordering: .releasing)
        for (id, project) in changes where project == nil { old.projects[id]?.subscribers.finish() }
    }

    /// What cannot be read now is forgotten, so that the next evaluation reads it: old flags would be wrong, and the change is committed.
    private func attempt(for projectID: Int64, _ change: () throws -> Void) {
        do {
            do {
                try change()
            } catch {
                // Its subscribers would be sent away for what may be over in a moment.
                try load(projectID)
            }
        } catch {
            logger.error("flags could not be read after a change", metadata: ["project": "\(projectID)", "error": "\(error)"])
            publication.withLock { _ in replace([(projectID, nil)]) }
        }
    }

    // MARK: Compiling

    private func add(_ flag: Flag, to parts: inout LiveParts, of projectID: Int64) {
        do {
            parts.flags[flag.key] = LiveFlag(try flag.compiled(), digest: flag.digest)
            parts.changedAt = max(parts.changedAt, flag.updatedAt)
        } catch {
            complain(of: "flag", flag.key, in: projectID)
        }
    }

    private func add(_ segment: Segment, to parts: inout LiveParts, of projectID: Int64) {
        do {
            parts.segments[segment.key] = LiveSegment(try segment.compiled(), digest: segment.digest)
            parts.changedAt = max(parts.changedAt, segment.updatedAt)
        } catch {
            complain(of: "segment", segment.key, in: projectID)
        }
    }

    private func complain(of kind: String, _ key: String, in projectID: Int64) {
        logger.error("\(kind) needs a newer version of the program", metadata: ["project": "\(projectID)", "key": "\(key)"])
    }
}
