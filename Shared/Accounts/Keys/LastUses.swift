import Database
import Synchronization
import Timekeeping

/// When keys were last used, as far as the file does not know yet.
final class LastUses: Sendable {
    /// So many are written in one transaction, so that other writes need not wait long.
    static let batch = 500

    private let uses = Mutex<[Int64: Timestamp]>([:])

    init() {}

    /// Notes that the key of that row was used; an earlier use than the one that is noted changes nothing.
    func note(_ keyID: Int64, at time: Timestamp) {
        uses.withLock { $0[keyID] = max($0[keyID] ?? time, time) }
    }

    /// What was noted, which is thereby forgotten.
    func takeAll() -> [Int64: Timestamp] {
        uses.withLock { uses in
            defer { uses = [:] }
            return uses
        }
    }
}

extension Accounts {
    /// Writes when keys were last used, in batches. What cannot be written is kept for the next time.
    func flushLastUses() async throws {
        // In the order of the rows, so that those of a batch are near each other.
        var rest = lastUses.takeAll().sorted { $0.key < $1.key }[...]
        do {
            while !rest.isEmpty {
                let batch = Array(rest.prefix(LastUses.batch))
                try await database.write { connection in
                    for (keyID, time) in batch { try Self.write(time, of: keyID, in: connection) }
                }
                rest = rest.dropFirst(LastUses.batch)
            }
        } catch {
            for (keyID, time) in rest { lastUses.note(keyID, at: time) }
            throw error
        }
    }

    private static func write(_ time: Timestamp, of keyID: Int64, in connection: Connection) throws {
        // The clock may have been set back since the row was written.
        try connection.execute(
            "UPDATE api_keys SET last_used_at = ? WHERE id = ? AND (last_used_at IS NULL OR last_used_at < ?)",
            time,
            keyID,
            time
        )
    }
}
