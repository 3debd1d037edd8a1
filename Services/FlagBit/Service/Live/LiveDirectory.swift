import Atomics
import Cryptography

/// Which projects there are, by each of their names. Never changes: a project that comes or goes makes a new one.
final class LiveDirectory: AtomicReference, Sendable {
    let projects: [Int64: LiveProject]
    private let byKey: [Digest: LiveProject]
    private let byChannel: [String: LiveProject]

    init() {
        projects = [:]
        byKey = [:]
        byChannel = [:]
    }

    private init(_ projects: [Int64: LiveProject], _ byKey: [Digest: LiveProject], _ byChannel: [String: LiveProject]) {
        self.projects = projects
        self.byKey = byKey
        self.byChannel = byChannel
    }

    /// The project of an SDK key.
    func project(ofKey digest: Digest) -> LiveProject? { byKey[digest] }

    /// The project of an SDK key's ``SDKKey/channel``.
    func project(ofChannel channel: String) -> LiveProject? { byChannel[channel] }

    /// This directory with other projects in place of those of the same ids, `nil` for none.
    func replacing(_ changes: [(Int64, LiveProject?)]) -> LiveDirectory {
        var (projects, byKey, byChannel) = (projects, byKey, byChannel)
        for (id, project) in changes {
            for key in projects[id]?.keys ?? [] {
                byKey[key.digest] = nil
                byChannel[key.channel] = nil
            }
            for key in project?.keys ?? [] {
                byKey[key.digest] = project
                byChannel[key.channel] = project
            }
            projects[id] = project
        }
        return LiveDirectory(projects, byKey, byChannel)
    }
}
