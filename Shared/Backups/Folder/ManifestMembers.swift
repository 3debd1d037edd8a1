import Cryptography
import Database
import HTTPCore
import Timekeeping

/// Reads the members of a manifest, each by what it has to be.
struct ManifestMembers {
    private let members: JSONObject

    init(_ members: JSONObject) { self.members = members }

    func text(_ name: String) throws(ManifestError) -> String { try found(members[name]?.stringValue, name) }

    func texts(_ name: String) throws(ManifestError) -> [String] {
        let elements = try found(members[name]?.arrayValue, name)
        let texts = elements.compactMap(\.stringValue)
        return try found(texts.count == elements.count ? texts : nil, name)
    }

    func time(_ name: String) throws(ManifestError) -> Timestamp { try found(Timestamp(rfc3339: try text(name)), name) }

    func count(_ name: String) throws(ManifestError) -> Int64 { try found(Self.count(members[name]), name) }

    func counts(_ name: String) throws(ManifestError) -> [String: Int64] {
        var counts: [String: Int64] = [:]
        for (table, value) in try found(members[name]?.objectValue, name) { counts[table] = try found(Self.count(value), name) }
        return counts
    }

    func digest(_ name: String) throws(ManifestError) -> String { try found(Digest(hex: try text(name))?.hex, name) }

    func compression(_ name: String) throws(ManifestError) -> BackupManifest.Compression {
        try found(BackupManifest.Compression(rawValue: try text(name)), name)
    }

    func position(_ name: String) throws(ManifestError) -> ArchivePosition? {
        let value = try found(members[name], name)
        guard !value.isNull else { return nil }
        let generation = try found(value["generation"]?.stringValue, name)
        return ArchivePosition(generation: generation, sequence: try found(Self.count(value["sequence"]), name))
    }

    private static func count(_ value: JSONValue?) -> Int64? { value?.integerValue.flatMap { $0 >= 0 ? $0 : nil } }

    private func found<Value>(_ value: Value?, _ name: String) throws(ManifestError) -> Value {
        guard let value else { throw .member(name) }
        return value
    }
}
