import Backups
public import Database
import POSIX

extension BackupPolicy {
    /// Where backups are made unless `BACKUP_DIR` says otherwise.
    static func standardFolder(besideFileAt path: String) -> String { FilePath.folder(of: path) + "/backups" }

    /// Reads what the environment says about backups.
    ///
    /// - Parameter path: the file that is backed up.
    init(from reader: SettingsReader, ofFileAt path: String) {
        self.init(folder: Self.standardFolder(besideFileAt: path))
        compresses = reader.setting("BACKUP_COMPRESS", .boolean, default: compresses, "Whether backups are compressed with gzip.")
        let others = reader.settings.count
        let given = reader.optional(
            "BACKUP_DIR",
            .folder,
            """
            Folder for backups, on another disk if there is one. This or one of the next five turns on the backups that the service makes by \
            itself, and the archive of all commits since. Default: the folder backups beside the file, where the command backup makes some.
            """
        )
        if let given {
            folder = given
            if FileSystem.isFile(given) { reader.fault("BACKUP_DIR", "=\(given) is a file; name a folder, which need not exist yet") }
        }
        every = reader.setting(
            "BACKUP_EVERY",
            .duration(in: Duration.seconds(1)...days(31)),
            default: every,
            "Time from one backup to the next."
        )
        keep = reader.setting("BACKUP_KEEP", .keep, default: keep, "How many backups stay: the last of each hour, day and week.")
        target = reader.optional(
            "BACKUP_TARGET",
            .backupTarget,
            "Where each backup is copied to as well: a folder, or a remote of rclone such as s3:bucket/cronping."
        )
        if target == .folder(folder) { reader.fault("BACKUP_TARGET", "=\(folder) is BACKUP_DIR itself; name a folder on another disk") }
        archiveKeep = reader.setting(
            "ARCHIVE_KEEP",
            .duration(in: Duration.seconds(3_600)...days(366), zero: "no archive"),
            default: archiveKeep,
            "How far back any moment can be restored."
        )
        drillEvery = reader.setting(
            "DRILL_EVERY",
            .duration(in: Duration.seconds(1)...days(31), zero: "never"),
            default: drillEvery,
            "How often the newest backup is restored to a scratch place, to see that it can be."
        )
        // Whoever sets one of them counts on backups, and would find out too late that there are none.
        isScheduled = reader.settings[others...].contains { $0.origin == .environment }
    }
}

extension ServiceConfiguration {
    /// How the file is to be opened by whoever writes to it: `serve`, `migrate`, `backup`. One that opened it without its archive would
    /// tear a hole into it.
    public var databaseOptions: DatabaseFile.Options {
        var options = DatabaseFile.Options()
        options.archive = archiveOptions
        return options
    }

    /// The archive that the service keeps; `nil` if it keeps none.
    var archiveOptions: ArchiveOptions? {
        guard backups.isScheduled, backups.archiveKeep > .zero else { return nil }
        return ArchiveOptions(folder: BackupFolder(backups.folder).archiveFolder)
    }
}

private func days(_ number: Int64) -> Duration { .seconds(number * 86_400) }

extension SettingFormat<Keep> {
    fileprivate static var keep: SettingFormat {
        SettingFormat(
            accepts: "how many to keep of hours, days and weeks, such as 24h,7d,4w",
            parse: { Keep($0) },
            text: { $0.description }
        )
    }
}

extension SettingFormat<BackupTarget> {
    fileprivate static var backupTarget: SettingFormat {
        SettingFormat(
            accepts: "the absolute path of a folder, or a remote of rclone such as s3:bucket/path",
            parse: { BackupTarget($0) },
            text: { $0.description }
        )
    }
}
