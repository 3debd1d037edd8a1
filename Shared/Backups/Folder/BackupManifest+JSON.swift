import Cryptography
import Database
public import HTTPCore
import Timekeeping

extension BackupManifest {
    /// The manifest as JSON; the last member is the SHA-256 of the rest, so that a changed byte shows.
    public var json: JSONValue { Self.sealed(members) }

    /// As it is stored: ``json`` and a line feed.
    public var text: String { Self.sealedText(members) }

    private var members: JSONObject {
        var members: JSONObject = [
            "product": .string(product),
            "version": .string(version),
            "file": .string(file),
            "taken_at": JSONValue(takenAt),
            "bytes": .integer(bytes),
            "file_bytes": .integer(fileBytes),
            "sha256": .string(sha256),
            "database_sha256": .string(databaseSHA256),
            "compression": .string(compression.rawValue),
            "row_counts": .object(JSONObject(rowCounts.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.integer($0.value)) })),
            "broken_references": .array(brokenReferences.map { .string($0) }),
            "page_size": .integer(pageSize),
        ]
        members["position"] = JSONValue.null
        if let position {
            members["position"] = .object(["generation": .string(position.generation), "sequence": .integer(position.sequence)])
        }
        members["sqlite_version"] = .string(sqliteVersion)
        return members
    }

    private static let seal = "manifest_sha256"

    /// For members that are no whole manifest as well.
    static func sealedText(_ members: JSONObject) -> String { sealed(members).serialized() + "\n" }

    private static func sealed(_ members: JSONObject) -> JSONValue {
        var members = members
        members[seal] = .string(SHA256.digest(of: JSONValue.object(members).serialized()).hex)
        return .object(members)
    }

    /// Reads what ``text`` wrote, also of a later version that says more.
    ///
    /// - Throws: ``ManifestError``
    public init(text: String) throws(ManifestError) {
        let value: JSONValue
        do {
            value = try JSONParser.parse(text)
        } catch {
            throw .notJSON("\(error)")
        }
        guard var members = value.objectValue, members[Self.seal] != nil else { throw .member(Self.seal) }
        members[Self.seal] = nil
        // Compared as text, and not member by member, so that no byte is left that may change.
        guard text.utf8.elementsEqual(Self.sealedText(members).utf8) else { throw .changed }
        try self.init(ManifestMembers(members))
    }

    private init(_ members: ManifestMembers) throws(ManifestError) {
        self.init(
            product: try members.text("product"),
            version: try members.text("version"),
            file: try members.text("file"),
            takenAt: try members.time("taken_at"),
            bytes: try members.count("bytes"),
            fileBytes: try members.count("file_bytes"),
            sha256: try members.digest("sha256"),
            databaseSHA256: try members.digest("database_sha256"),
            compression: try members.compression("compression"),
            rowCounts: try members.counts("row_counts"),
            brokenReferences: try members.texts("broken_references"),
            pageSize: try members.count("page_size"),
            position: try members.position("position"),
            sqliteVersion: try members.text("sqlite_version")
        )
    }
}
