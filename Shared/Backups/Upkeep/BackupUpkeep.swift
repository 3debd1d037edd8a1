public import Database
public import Logging
public import ServiceLifecycle
public import Timekeeping

/// What a service does for its backups in the background: makes one when it is time, or when the archive that is being kept begins with
/// none; removes those that need not stay; compresses and shortens the archive; copies all to the second place; drills.
///
/// Where nothing is scheduled, it only makes backups when asked to.
public struct BackupUpkeep: Service {
    /// How backups have gone.
    public let status: BackupStatus

    let database: DatabaseFile
    let policy: BackupPolicy
    let folder: BackupFolder
    let schedule: BackupSchedule
    let logger: Logger
    let now: @Sendable () -> Timestamp
    private let maker: BackupMaker
    private let drill: @Sendable () async throws -> Void
    private let memory: UpkeepMemory

    /// The upkeep of one service.
    ///
    /// - Parameters:
    ///   - database: what to back up.
    ///   - product: whose file it is, such as `cronping`.
    ///   - version: the product's.
    ///   - policy: what the settings say.
    ///   - logger: told of failures, and of each backup.
    ///   - now: the wall clock.
    ///   - drill: drills and leaves its report in the folder. Default: as ``Drill`` does.
    public init(
        database: DatabaseFile,
        product: String,
        version: String,
        policy: BackupPolicy,
        logger: Logger,
        now: @escaping @Sendable () -> Timestamp = { .now },
        drill: (@Sendable () async throws -> Void)? = nil
    ) {
        let folder = BackupFolder(policy.folder)
        self.database = database
        self.policy = policy
        self.folder = folder
        self.logger = logger
        self.now = now
        self.drill =
            drill ?? {
                // Touches no live file and cleans up after a killed one: the service need not wait for it.
                _ = try await Blocking.runUnlessStopped { _ in try Drill(folder: folder, product: product, now: now).run() }
            }
        schedule = BackupSchedule(policy, start: now())
        status = BackupStatus(folder, now: now())
        memory = UpkeepMemory()
        maker = BackupMaker(
            database: database,
            product: product,
            version: version,
            folder: folder,
            compresses: policy.compresses,
            now: now
        )
    }

    /// Goes on until the service stops.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup { group in
                group.addTask { await repeatedly { await round() } }
                // By itself: no backup waits for a second place that is slow, or hangs.
                group.addTask { await repeatedly { await copyIfDue() } }
            }
        }
    }

    private func repeatedly(_ work: () async -> Void) async {
        while !Task.isCancelled {
            if policy.isScheduled { await work() }
            // Cut short when the service stops, which is no error.
            try? await Task.sleep(for: pace)
        }
    }

    /// Makes a backup now, for a person who asks, after the one that the service may be making by itself: that may lack the last writes. What
    /// else belongs to a backup follows in the next round.
    ///
    /// - Throws: as ``BackupMaker/make()``, above all ``BackupError/inProgress`` while somebody else makes one.
    public func makeNow() async throws -> Backup {
        while true {
            let wasMaking = memory.isMaking
            do {
                return try await make()
            } catch BackupError.inProgress where wasMaking || memory.isMaking {
                try await Task.sleep(for: .milliseconds(100))
            }
        }
    }

    private func makeIfDue() async throws {
        guard try isBackupDue() else { return }
        memory.isMaking = true
        defer { memory.isMaking = false }
        _ = try await make()
    }

    private func make() async throws -> Backup {
        let start = ContinuousClock.now
        do {
            let backup = try await maker.make()
            status.succeeded(backup, at: now(), seconds: (ContinuousClock.now - start) / .seconds(1))
            memory.made(backup, at: now())
            log(backup)
            return backup
        } catch is CancellationError {
            throw CancellationError()
        } catch BackupError.inProgress {
            // No failure either: there will be a backup in a moment.
            throw BackupError.inProgress
        } catch {
            status.failed(error)
            throw error
        }
    }

    /// Often enough for what the settings want.
    private var pace: Duration {
        let shortest = policy.drillEvery > .zero ? min(policy.every, policy.drillEvery) : policy.every
        return max(.milliseconds(250), min(.seconds(15), shortest / 4))
    }

    /// Does what is due, but for copies.
    func round() async {
        watchArchive()
        await attempt("no backup was made") { try await makeIfDue() }
        if memory.takeThinning() { await attempt("old backups were not removed") { try await thin() } }
        if memory.takeCompression(archivedBytes: database.archiveStatistics?.bytes ?? 0) {
            await attempt("the archive was not compressed") {
                _ = try await Blocking.run { isCancelled in try ArchiveUpkeep(folder: folder).compress(isCancelled: isCancelled) }
            }
        }
        if memory.newest != nil, memory.takeDrill(at: now(), schedule, last: { LastDrill(in: folder)?.time }) { await makeDrill() }
    }

    private func isBackupDue() throws -> Bool {
        try memory.load(folder, at: now())
        let kept = database.archiveStatistics?.generation ?? ""
        let newest = memory.newest
        return schedule.isBackupDue(
            at: now(),
            newest: memory.success,
            attempt: memory.attempt,
            // Empty as long as none could be begun.
            leadsOn: kept.isEmpty || newest?.manifest.position?.generation == kept
        ) && memory.begin(at: now())
    }

    /// The writer goes on without the archive and tells nobody.
    private func watchArchive() {
        let failure = database.archiveStatistics?.lastFailure
        guard memory.noteArchive(isFailing: failure != nil) else { return }
        if let failure {
            logger.error("commits cannot be archived", metadata: ["error": "\(failure)"])
        } else {
            logger.notice("commits are archived again")
        }
    }

    /// Only after a backup that went well: as long as none does, every older one is worth more.
    private func thin() async throws {
        typealias Base = ArchiveThinning.Base
        try await Blocking.run { _ in
            // Nobody makes one meanwhile, or thins.
            let lock = try FolderLock(folder)
            defer { lock.release() }
            let (backups, now) = (try folder.backups(), now())
            let horizon = Timestamp(milliseconds: now.milliseconds - policy.archiveKeep.milliseconds)
            // Without the first of a generation, everything in its archive would lead on from nothing.
            let archived = policy.archiveKeep > .zero ? Set(try folder.archive().segments().map(\.generation)) : []
            let bases = backups.compactMap(Base.init).filter { archived.contains($0.position.generation) }
            let anchors = ArchiveThinning.anchors(bases, horizon: horizon)
            let needed = anchors.values.map { anchor in backups.first { Base($0) == anchor }?.path } + [memory.newest?.path]
            let superfluous = Thinning.superfluous(backups.map { $0.made(asOf: now) }, keep: policy.keep, now: now)
            let going = backups.filter { superfluous.contains($0.made(asOf: now)) && !needed.contains($0.path) }
            for backup in going { try PartialBackup.delete(backup, in: folder) }
            guard policy.archiveKeep > .zero else { return }
            try ArchiveUpkeep(folder: folder).thin(backups.filter { !going.contains($0) }, horizon: horizon)
        }
    }

    /// Copies to the second place what is not there yet.
    func copyIfDue() async {
        let begun = now()
        guard let target = policy.target, memory.takeCopy(at: begun, pause: schedule.pause) else { return }
        await attempt("backups were not copied to the second place", isCounted: copyFailed) {
            let copy = TargetCopy(folder: folder, target: target)
            switch target {
            // A disk that hangs cannot be asked to stop.
            case .folder: try await Blocking.runUnlessStopped { isCancelled in try copy.run(isCancelled: isCancelled) }
            // A program can, and is not to outlive the service.
            case .rclone: try await Blocking.run { isCancelled in try copy.run(isCancelled: isCancelled) }
            }
            // What came meanwhile may be missing there.
            status.copied(at: begun)
        }
    }

    private func copyFailed() {
        status.copyFailed()
        memory.copyFailed()
    }

    private func makeDrill() async {
        await attempt("no drill could be made", isCounted: { status.drilled(lastSuccess: nil, isFailed: true) }) {
            try await drill()
            guard let report = LastDrill(in: folder) else { return }
            status.drilled(lastSuccess: report.lastSuccess, isFailed: report.error != nil)
            if let error = report.error { logger.error("the newest backup cannot be restored", metadata: ["error": "\(error)"]) }
        }
    }

    private func log(_ backup: Backup) {
        let metadata: Logger.Metadata = ["path": "\(backup.path)", "bytes": "\(backup.manifest.fileBytes)"]
        logger.info("a backup was made", metadata: metadata)
        guard !backup.manifest.brokenReferences.isEmpty else { return }
        let broken = backup.manifest.brokenReferences.joined(separator: "; ")
        logger.warning("rows refer to missing ones, in the file and its backup", metadata: ["references": "\(broken)"])
    }

    /// What fails now is tried again later.
    private func attempt(_ failure: Logger.Message, isCounted count: () -> Void = {}, _ work: () async throws -> Void) async {
        do {
            try await work()
        } catch is CancellationError {
            // The service stops; the next start goes on.
        } catch DatabaseError.closed {
            // So it does.
        } catch BackupError.inProgress {
            // Somebody else makes one: the next round sees what came of it.
        } catch {
            count()
            logger.error(failure, metadata: ["error": "\(error)"])
        }
    }
}
