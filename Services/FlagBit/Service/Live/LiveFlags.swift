import Cryptography
import Database
import FlagRules
import Logging
import Synchronization

/// All flags of all projects, compiled, in memory: what evaluation reads instead of the file.
///
/// Holds nothing that is not committed. A change is committed first, then put in place here by ``flagChanged(_:in:)`` or
/// ``projectChanged(_:)``, and only then answered. These read what the file holds *now* rather than take what was written, one after the
/// other: of two changes at the same time, whichever is put in place last puts the last one committed in place.
final class LiveFlags: Sendable {
    private struct State {
        var projectIDs: [Digest: Int64] = [:]
        var projects: [Int64: LiveProject] = [:]

        mutating func replace(_ projectID: Int64, with project: LiveProject?) {
            for key in projects[projectID]?.keys ?? [] { projectIDs[key.digest] = nil }
            for key in project?.keys ?? [] { projectIDs[key.digest] = projectID }
            projects[projectID] = project
        }
    }

    private let state = Mutex(State())
    /// Held from reading the file to putting in place what was read, so that what is read later is put in place later.
    private let publication = Mutex(())
    private let store: FlagBitStore
    private let logger: Logger

    init(store: FlagBitStore, logger: Logger) {
        self.store = store
        self.logger = logger
    }

    /// The project of an SDK key; `nil` if there is no such key.
    ///
    /// Costs a query only for a key that is not known here: a wrong one, or that of a project made a moment ago.
    func project(ofKey digest: Digest) throws -> LiveProject? {
        if let project = state.withLock({ state in state.projectIDs[digest].flatMap { state.projects[$0] } }) { return project }
        guard let projectID = try store.projectID(ofKey: digest) else { return nil }
        return try load(projectID)
    }

    /// Reads everything. For the start.
    func loadAll() throws {
        try publication.withLock { _ in
            var flags: [Int64: [CompiledFlag]] = [:]
            let keys = try store.database.read { connection in
                try store.eachFlag(connection) { projectID, flag in
                    if let compiled = compiled(flag, of: projectID) { flags[projectID, default: []].append(compiled) }
                }
                return try store.keys(connection)
            }
            state.withLock { state in
                for (projectID, keys) in Dictionary(grouping: keys, by: \.projectID) {
                    state.replace(projectID, with: LiveProject(keys: keys, flags: FlagSnapshot(flags[projectID] ?? [])))
                }
            }
        }
    }

    /// Puts a committed end of a project in place. Its making need not be: a new project is loaded when somebody evaluates it.
    func projectChanged(_ projectID: Int64) {
        attempt(for: projectID) { try load(projectID) }
    }

    /// Puts a committed change of a flag in place: its making, an edit, or its end.
    func flagChanged(_ key: String, in projectID: Int64) {
        attempt(for: projectID) { try load(key, in: projectID) }
    }

    /// Forgets the projects of an account that is gone for everybody in the file already, where nobody finds their keys any more.
    func accountErased(_ accountID: Int64) {
        publication.withLock { _ in
            state.withLock { state in
                let erased = state.projects.filter { $0.value.accountID == accountID }.keys
                for projectID in erased { state.replace(projectID, with: nil) }
            }
        }
    }

    @discardableResult
    private func load(_ projectID: Int64) throws -> LiveProject? {
        try publication.withLock { _ in
            let (keys, flags) = try store.database.read { (try store.keys(of: projectID, $0), try store.flags(in: projectID, $0)) }
            let project = LiveProject(keys: keys, flags: FlagSnapshot(flags.compactMap { compiled($0, of: projectID) }))
            state.withLock { $0.replace(projectID, with: project) }
            return project
        }
    }

    private func load(_ key: String, in projectID: Int64) throws {
        try publication.withLock { _ in
            // A project that nobody has evaluated yet is loaded whole when somebody does.
            guard let project = state.withLock({ $0.projects[projectID] }) else { return }
            let stored = try store.database.read { try store.flag(key, in: projectID, $0) }
            let flag = stored.flatMap { compiled($0, of: projectID) }
            let flags = flag.map(project.flags.setting) ?? project.flags.removing(key)
            let changed = LiveProject(keys: project.keys, flags: flags)
            state.withLock { $0.projects[projectID] = changed }
        }
    }

    /// What cannot be read now is forgotten, so that the next evaluation reads it: old flags would be wrong, and the change is committed.
    private func attempt(for projectID: Int64, _ change: () throws -> Void) {
        do {
            try change()
        } catch {
            logger.error("flags could not be read after a change", metadata: ["project": "\(projectID)", "error": "\(error)"])
            publication.withLock { _ in state.withLock { $0.replace(projectID, with: nil) } }
        }
    }

    private func compiled(_ flag: Flag, of projectID: Int64) -> CompiledFlag? {
        do {
            return try flag.compiled()
        } catch {
            logger.error("flag needs a newer version of the program", metadata: ["project": "\(projectID)", "flag": "\(flag.key)"])
            return nil
        }
    }
}
