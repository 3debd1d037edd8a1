extension Schema {
    /// Adds what the file lacks, in one transaction, so that a start that fails or is killed half-way leaves the file as it was.
    ///
    /// Changes nothing the second time. Never drops, never rewrites: a difference that adding cannot mend throws
    /// ``DatabaseError/schemaConflict(path:_:)`` and nothing is changed.
    func apply(to connection: Connection, path: String) throws {
        let difference = difference(from: try Found(in: connection))
        guard difference.conflicts.isEmpty else { throw DatabaseError.schemaConflict(path: path, difference.conflicts) }
        if difference.additions.isEmpty, adoptions.isEmpty { return }
        try connection.execute("BEGIN IMMEDIATE")
        do {
            for statement in difference.additions { try connection.executeGenerated(statement) }
            for adopt in adoptions { try adopt(connection) }
            try connection.execute("COMMIT")
        } catch {
            connection.rollBack()
            throw error
        }
    }
}
