import CSQLite

/// One write that waits for its turn, and how its caller hears of it.
struct WriteJob: Sendable {
    /// Tells the caller: `nil` when the transaction is on the disk, else why it is not.
    typealias Settle = @Sendable (DatabaseError?) -> Void

    /// Does the work inside the open transaction. The caller hears nothing before ``Settle`` is called.
    let perform: @Sendable (Connection) -> Settle
    /// Tells the caller that the work was never begun.
    let refuse: @Sendable (DatabaseError) -> Void

    init<Result: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Result,
        completion: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        refuse = { completion(.failure($0)) }
        perform = { connection in
            let result = Swift.Result { try connection.inSavepoint { try body(connection) } }
            return { commitFailure in
                // A write that failed by itself reports its own error, whatever became of the others.
                if case .success = result, let commitFailure {
                    completion(.failure(commitFailure))
                } else {
                    completion(result)
                }
            }
        }
    }
}

extension Connection {
    /// Undoes what `body` wrote when it throws, and nothing else of the transaction.
    fileprivate func inSavepoint<T>(_ body: () throws -> T) throws -> T {
        try execute("SAVEPOINT one_write")
        do {
            let result = try body()
            guard !hasBrokenReference else {
                throw DatabaseError.sqlite(code: .constraint, message: "a reference that is checked at the end points nowhere", sql: nil)
            }
            try execute("RELEASE one_write")
            return result
        } catch {
            do {
                // After a full disk, SQLite may have rolled back the whole transaction: then there is no savepoint left.
                if isInTransaction {
                    try execute("ROLLBACK TO one_write")
                    try execute("RELEASE one_write")
                }
            } catch {
                // What cannot be undone alone is undone with everything around it: the writer tells the others.
                rollBack()
            }
            throw error
        }
    }

    /// Whether a foreign key points nowhere that SQLite only checks at the end of the transaction (`DEFERRABLE INITIALLY DEFERRED`, in
    /// tables that are not ours): it would refuse the whole of it then, and with it what the others wrote.
    private var hasBrokenReference: Bool {
        var now: Int32 = 0
        var highest: Int32 = 0
        sqlite3_db_status(handle, SQLITE_DBSTATUS_DEFERRED_FKS, &now, &highest, 0)
        return now != 0
    }

    /// Ends the transaction without its changes, if one is open.
    func rollBack() {
        guard isInTransaction else { return }
        do {
            try execute("ROLLBACK")
        } catch {
            // SQLite documents ROLLBACK as never failing while a transaction is open.
            assertionFailure("ROLLBACK failed: \(error)")
        }
    }
}
