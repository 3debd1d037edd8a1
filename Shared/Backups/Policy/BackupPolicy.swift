/// What the settings say about backups.
public struct BackupPolicy: Sendable, Equatable {
    /// Where backups and archive are. A service's own: no other one makes its backups there. One of another product is refused; of the same
    /// product, with another file, it is not noticed, and the two thin each other's backups.
    public var folder: String
    /// Whether the service makes backups by itself and keeps an archive. Default: it does not.
    public var isScheduled = false
    /// The time from one backup to the next. Default: an hour.
    public var every = Duration.seconds(3_600)
    /// Which backups stay. Default: of 24 hours, 7 days and 4 weeks.
    public var keep = Keep()
    /// Whether backups are compressed. Default: they are.
    public var compresses = true
    /// Where each backup is copied to as well. Default: nowhere.
    public var target: BackupTarget?
    /// How far back any moment can be restored, as long as a backup stays that is older than that; zero for no archive. Default: 7 days.
    public var archiveKeep = Duration.seconds(7 * 86_400)
    /// How often the newest backup is restored to a scratch place; zero for never. Default: once a day.
    public var drillEvery = Duration.seconds(86_400)

    /// The defaults, with a folder.
    public init(folder: String) { self.folder = folder }
}
