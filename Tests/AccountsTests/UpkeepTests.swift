import Logging
import ServiceKit
import ServiceLifecycle
import Synchronization
import TestKit
import Testing
import Timekeeping

@testable import Accounts
@testable import Database

@Suite(.timeLimit(.minutes(2))) struct UpkeepTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// What a query counts in the file, as `number`, after the service has let go of it.
    private func number(_ sql: StaticString) throws -> Int? {
        let database = try DatabaseFile(path: folder.file("app.db"), schema: NotesProduct.fileSchema)
        defer { database.close() }
        return try database.first(sql) { try $0["number"] as Int }
    }

    // MARK: A service that stops

    @Test func `what was counted and which keys were used is in the file after a stop`() async throws {
        let clock = TestClock()
        try await TestService<NotesProduct>.run(database: folder.file("app.db"), clock: clock) { service in
            let owner = try await service.signedUp()
            clock.advance(seconds: 3_600)
            #expect(try await owner.get("/api/v1/account").status == 200)
            service.product.accounts.usage.count("paint", for: 1, at: clock.now, by: 3)
        }
        #expect(try number("SELECT count AS number FROM usage_counts WHERE action = 'paint' AND period = '2026-04-20'") == 3)
        #expect(try number("SELECT last_used_at / 1000 AS number FROM api_keys") == Int(clock.now.seconds))
    }

    @Test func `what a product's services count in their last moments is in the file, too`() async throws {
        try await TestService<NotesProduct>.run(database: folder.file("app.db")) { service in
            _ = try await service.signedUp()
            let (accounts, now) = (service.product.accounts, service.clock.now)
            service.product.hooks.atStop { accounts.usage.count("paint", for: 1, at: now) }
        }
        #expect(try number("SELECT count AS number FROM usage_counts WHERE action = 'paint' AND period = '2026-04-20'") == 1)
    }

    @Test func `a stop does not wait for the purge that runs, and the next start knows of it`() async throws {
        try await TestService<NotesProduct>.run(database: folder.file("app.db")) { service in
            let (gone, _) = (try await service.signedUp(), try await service.signedUp("other@example.com"))
            let pause = VacuumPause()
            try await service.database.write { pause.install(on: $0.handle) }
            #expect(try await gone.delete("/impatient/account").status == 202)
            await pause.wait()
            service.product.accounts.usage.count("paint", for: 2, at: service.clock.now)
            // When the product's services are told, which is after the requests are answered and before the accounts write.
            service.product.hooks.atStop { pause.end() }
        }
        #expect(try number("SELECT count(*) AS number FROM owed_purges") == 1, "the purge went on")
        #expect(try number("SELECT count AS number FROM usage_counts WHERE action = 'paint' AND period = '2026-04-20'") == 1)
        #expect(try number("SELECT count(*) AS number FROM accounts") == 1)
    }

    // MARK: The upkeep by itself

    /// Runs the upkeep of some accounts while a test runs, and stops it.
    private func run(
        _ fixture: ErasureFixture,
        _ pace: AccountsUpkeep.Pace,
        erase: Erase? = nil,
        _ test: (_ stop: @Sendable () async -> Void) async throws -> Void
    ) async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let upkeep = AccountsUpkeep(
            fixture.accounts,
            logger: logger,
            pace: pace,
            erase: erase ?? fixture.erase,
            forget: fixture.hooks.forget
        )
        let group = ServiceGroup(services: [upkeep], logger: logger)
        async let run: Void = group.run()
        do {
            try await test { await group.triggerGracefulShutdown() }
        } catch {
            await group.triggerGracefulShutdown()
            throw error
        }
        await group.triggerGracefulShutdown()
        try await run
    }

    /// An account that an earlier process has begun to erase.
    private func addUnfinishedErasure(to fixture: ErasureFixture) async throws {
        let now = fixture.accounts.now()
        try await fixture.database.write { connection in
            try connection.execute("INSERT INTO accounts (email, created_at, erased_at) VALUES ('', ?, ?)", now, now)
        }
    }

    private func waitUntilErased(_ fixture: ErasureFixture) async throws {
        while try fixture.number("SELECT count(*) AS number FROM accounts") > 0 { await Task.yield() }
    }

    @Test func `what is left over is erased at once, and purged when the service has been up for a while`() async throws {
        let fixture = try ErasureFixture(in: folder)
        let early = AccountsUpkeep.Pace(interval: .milliseconds(1), restAfterStart: .seconds(3_600))
        try await run(fixture, early) { _ in
            // More than one round.
            for _ in 0..<3 {
                try await addUnfinishedErasure(to: fixture)
                try await waitUntilErased(fixture)
            }
        }
        #expect(fixture.database.statistics.purges == 0)
        #expect(try fixture.number("SELECT count(*) AS number FROM owed_purges") == 3)
        fixture.database.close()

        let again = try ErasureFixture(in: folder)
        try await run(again, AccountsUpkeep.Pace(interval: .milliseconds(1), restAfterStart: .zero)) { _ in
            while try again.number("SELECT count(*) AS number FROM owed_purges") > 0 { await Task.yield() }
        }
        #expect(again.database.statistics.purges == 1)
    }

    @Test func `an erasure that takes long does not hold up what was counted`() async throws {
        let fixture = try ErasureFixture(in: folder)
        let owner = try await fixture.signUp("you@example.com")
        try await addUnfinishedErasure(to: fixture)
        fixture.hooks.isEraseHeld = true
        let isErasing = Atomic(false)
        let erase: Erase = { [erase = fixture.erase] in
            isErasing.store(true, ordering: .releasing)
            try await erase($0)
        }
        try await run(fixture, AccountsUpkeep.Pace(interval: .milliseconds(1)), erase: erase) { _ in
            while !isErasing.load(ordering: .acquiring) { await Task.yield() }
            fixture.accounts.usage.count("paint", for: owner.id, at: fixture.accounts.now())
            while try fixture.number("SELECT count(*) AS number FROM usage_counts") == 0 { await Task.yield() }
        }
        // The stop has ended it in the middle.
        #expect(try fixture.number("SELECT count(*) AS number FROM accounts") == 2)
    }

    @Test func `when it stops, it gives up the purge that runs before it waits for anything`() async throws {
        let fixture = try ErasureFixture(in: folder)
        let (owner, gone) = (try await fixture.signUp("you@example.com"), try await fixture.signUp("gone@example.com"))
        let pause = VacuumPause()
        try await fixture.database.write { pause.install(on: $0.handle) }
        // As a request does it.
        let erasing = Task { try await fixture.accounts.erase(gone.id, fixture.erase) }
        await pause.wait()
        try await run(fixture, AccountsUpkeep.Pace(interval: .milliseconds(1))) { stop in
            fixture.accounts.usage.count("paint", for: owner.id, at: fixture.accounts.now())
            // A round of it waits behind the purge.
            while fixture.database.statistics.queueDepth == 0 { await Task.yield() }
            await stop()
            while !fixture.database.writer.arePurgesAbandoned.load(ordering: .acquiring) { await Task.yield() }
            pause.end()
        }
        try await erasing.value
        #expect(try fixture.number("SELECT count(*) AS number FROM usage_counts") == 2)
        #expect(try fixture.number("SELECT count(*) AS number FROM owed_purges") == 1, "the purge went on")
    }
}
