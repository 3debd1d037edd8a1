import Cryptography
import Database

/// What evaluation needs of the file, whoever's it is.
extension FlagBitStore {
    /// The project of an SDK key, by the key's digest. `nil` for the key of an account that is being erased, too.
    func projectID(ofKey digest: Digest) throws -> Int64? {
        try database.first(
            """
            SELECT sdk_keys.project_id FROM sdk_keys
            JOIN projects ON projects.id = sdk_keys.project_id JOIN accounts ON accounts.id = projects.account_id
            WHERE sdk_keys.hash = ? AND accounts.erased_at IS NULL
            """,
            digest.hex
        ) { try $0["project_id"] as Int64 }
    }

    /// All SDK keys, with their projects, but for those of accounts that are being erased.
    func keys(_ connection: Connection) throws -> [SDKKey] {
        try connection.all(
            """
            SELECT sdk_keys.hash, sdk_keys.project_id, projects.account_id FROM sdk_keys
            JOIN projects ON projects.id = sdk_keys.project_id JOIN accounts ON accounts.id = projects.account_id
            WHERE accounts.erased_at IS NULL
            """
        ) { try SDKKey($0) }
    }

    /// The SDK keys of a project; none if there is no such project, or its account is being erased.
    func keys(of projectID: Int64, _ connection: Connection) throws -> [SDKKey] {
        try connection.all(
            """
            SELECT sdk_keys.hash, sdk_keys.project_id, projects.account_id FROM sdk_keys
            JOIN projects ON projects.id = sdk_keys.project_id JOIN accounts ON accounts.id = projects.account_id
            WHERE sdk_keys.project_id = ? AND accounts.erased_at IS NULL
            """,
            projectID
        ) { try SDKKey($0) }
    }

    /// Visits all flags of all projects.
    func eachFlag(_ connection: Connection, body: (_ projectID: Int64, Flag) throws -> Void) throws {
        try connection.each("SELECT project_id, id, key, definition, seed, bucketing_version, created_at, updated_at FROM flags") { row in
            try body(row["project_id"], Flag(row))
        }
    }

    /// All flags of a project.
    func flags(in projectID: Int64, _ connection: Connection) throws -> [Flag] {
        try connection.all(
            "SELECT id, key, definition, seed, bucketing_version, created_at, updated_at FROM flags WHERE project_id = ?",
            projectID
        ) { try Flag($0) }
    }

    /// One flag of a project.
    func flag(_ key: String, in projectID: Int64, _ connection: Connection) throws -> Flag? {
        try connection.first(
            "SELECT id, key, definition, seed, bucketing_version, created_at, updated_at FROM flags WHERE project_id = ? AND key = ?",
            projectID,
            key
        ) { try Flag($0) }
    }
}

extension SDKKey {
    fileprivate init(_ row: borrowing Row) throws {
        let hash: String = try row["hash"]
        guard let digest = Digest(hex: hash) else {
            throw DatabaseError.column(name: "hash", found: "text", wanted: "64 hexadecimal digits")
        }
        self.digest = digest
        projectID = try row["project_id"]
        accountID = try row["account_id"]
    }
}
