import Database

extension Accounts {
    /// Writes what ``usage`` has counted to the file, under the day and the month of each action.
    ///
    /// What cannot be written is kept for the next time, and the error thrown. What was counted for an account that is gone is dropped.
    public func flushUsage() async throws {
        try await usage.flush { [database] batch in
            try await database.write { connection in
                for (key, number) in batch {
                    try UsageRows.add(number, of: key.action, by: key.accountID, on: key.day, in: connection)
                }
            }
        }
    }

    /// As ``flushUsage()``, for who only wants to show what is newest, and shows what the file holds if that cannot be had. The upkeep
    /// says what is wrong: it tries the same every few seconds.
    func freshenUsage() async { try? await flushUsage() }
}
