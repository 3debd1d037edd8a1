import Timekeeping

/// What a backup's file is called: `cronping-20261126T083000.123Z.db.gz`.
enum BackupName {
    /// A name that no file in the folder has.
    ///
    /// - Throws: if the folder cannot be read.
    static func free(in folder: BackupFolder, product: String, time: Timestamp, isCompressed: Bool) throws(RestoreError) -> String {
        let taken = Set(try DiskFile.names(in: folder.path))
        let stem = "\(product)-\(text(of: time))"
        var number = 1
        while true {
            let plain = (number == 1 ? stem : "\(stem)-\(number)") + ".db"
            // Neither may the other form be there: two backups of one name would be hard to tell apart.
            let isTaken = [plain, plain + ".gz"].contains { taken.contains($0) || taken.contains($0 + Backup.manifestSuffix) }
            if !isTaken { return isCompressed ? plain + ".gz" : plain }
            number += 1
        }
    }

    /// Always as wide, so that names sort by time.
    private static func text(of time: Timestamp) -> String {
        let seconds = Timestamp(seconds: time.seconds).rfc3339.filter { $0 != "-" && $0 != ":" && $0 != "Z" }
        let fraction = String(time.milliseconds - time.seconds * 1_000)
        return "\(seconds).\(String(repeating: "0", count: max(0, 3 - fraction.utf8.count)))\(fraction)Z"
    }
}
