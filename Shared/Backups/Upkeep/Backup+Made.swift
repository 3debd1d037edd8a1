import Timekeeping

extension Backup {
    /// When it was made, as far as that can be known: the archive's clock, which never goes back, may be ahead of the wall clock for long,
    /// and all backups of that time are of one moment.
    func made(asOf now: Timestamp) -> Timestamp {
        let taken = manifest.takenAt
        return taken <= now ? taken : DiskFile.modified(path) ?? taken
    }
}

extension BackupFolder {
    /// The backup that was made last and when that was; `nil` if there is none. Those from the future are left out, as they were made before
    /// the clock was set back, and waiting for them to become old could take years.
    func newest(asOf now: Timestamp) throws -> (backup: Backup, made: Timestamp)? {
        // Of two of one moment the later one.
        try backups().reversed().map { ($0, made: $0.made(asOf: now)) }.filter { $0.made <= now }.max { $0.made < $1.made }
    }
}
