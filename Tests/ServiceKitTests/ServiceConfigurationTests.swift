import Accounts
import Backups
import Database
import HTTPCore
import Logging
import TestKit
import Testing

@testable import ServiceKit

struct ServiceConfigurationTests {
    @Test("an empty environment gives the documented defaults")
    func defaults() throws {
        let service = try ProductConfiguration<Notebook>(environment: [:]).service
        #expect(service.host == "127.0.0.1")
        #expect(service.port == 8_099)
        #expect((service.adminHost, service.adminPort) == ("127.0.0.1", 9_099))
        #expect(service.databasePath == "./data/notebook/app.db")
        #expect(service.baseURL == "http://127.0.0.1:8099")
        #expect(service.trustedProxies.networks.isEmpty)
        #expect(service.logLevel == .info)
        #expect(service.logFormat == .text)
        #expect(service.backups.folder == "./data/notebook/backups")
        #expect(!service.backups.isScheduled)
        #expect(service.databaseOptions.archive == nil)
        #expect(service.drainDelay == .zero)
    }

    @Test("what depends on another setting follows it")
    func dependentDefaults() throws {
        let service = try ProductConfiguration<Notebook>(environment: ["PORT": "65000", "HOST": "0.0.0.0"]).service
        #expect(service.adminPort == 64_000)
        #expect(service.adminHost == "127.0.0.1", "metrics are for this machine, whoever may reach the service")
        #expect(service.baseURL == "http://127.0.0.1:65000")
        #expect(try ProductConfiguration<Notebook>(environment: ["HOST": "::1"]).service.baseURL == "http://[::1]:8099")
    }

    @Test("every setting is read")
    func allSet() throws {
        let folder = try TemporaryFolder()
        let plans = #"{"plans": [{"name": "free", "price": 0, "limits": {"note_limit": 77}}]}"#
        let configuration = try ProductConfiguration<Notebook>(environment: [
            "HOST": "::", "PORT": "80", "ADMIN_HOST": "10.0.0.1", "ADMIN_PORT": "81", "DATABASE_PATH": "/data/app.db",
            "BASE_URL": "https://notes.example.com", "TRUSTED_PROXIES": "127.0.0.1, 10.0.0.0/8", "LOG_LEVEL": "warning",
            "LOG_FORMAT": "json", "COMMIT": "682e716", "NOTES_PER_PAGE": "7", "REQUESTS_PER_MINUTE": "100",
            "BACKUP_DIR": "/backups/", "BACKUP_EVERY": "6h", "BACKUP_KEEP": "4h,3d,2w", "BACKUP_COMPRESS": "false",
            "BACKUP_TARGET": "s3:bucket/notes", "ARCHIVE_KEEP": "3d", "DRILL_EVERY": "0", "DRAIN_DELAY": "3s",
            "PLANS_FILE": try folder.write(plans.utf8, to: "plans.json"),
        ])
        let service = configuration.service
        #expect(service.host == "::")
        #expect((service.port, service.adminPort) == (80, 81))
        #expect(service.adminHost == "10.0.0.1")
        #expect(service.databasePath == "/data/app.db")
        #expect(service.baseURL == "https://notes.example.com")
        #expect(service.trustedProxies.networks.map(\.description) == ["127.0.0.1/32", "10.0.0.0/8"])
        #expect(service.logLevel == .warning)
        #expect(service.logFormat == .json)
        #expect(service.version(of: Notebook.self).commit == "682e716")
        #expect(service.requestsPerMinute == 100)
        #expect(service.policy.plans.map(\.limits) == [["note_limit": 77]])
        #expect(service.backups.folder == "/backups" && service.backups.isScheduled)
        #expect(service.backups.every == .seconds(21_600))
        #expect(service.backups.keep == Keep("4h,3d,2w"))
        #expect(!service.backups.compresses)
        #expect(service.backups.target == .rclone("s3:bucket/notes"))
        #expect(service.backups.archiveKeep == .seconds(3 * 86_400))
        #expect(service.backups.drillEvery == .zero)
        #expect(service.databaseOptions.archive?.folder == "/backups/archive")
        #expect(service.drainDelay == .seconds(3))
        #expect(configuration.product.notesPerPage == 7)
        #expect(configuration.settings.count == 21)
    }

    @Test(
        "a file of plans that cannot be used stops the start, and the message says where the fault is",
        arguments: [
            (#"{"plans": [{"name": "free", "price": 0, "limits": {"note_limit": -1}}]}"#, "$.plans[0].limits.note_limit"),
            (#"{"plans": [{"name": "free", "price": 0, "limits": {"notes": 1}}]}"#, "$.plans[0].limits.notes"),
            (#"{"plans": [}"#, "column 12"), ("", "it is empty"),
        ]
    )
    func wrongPlans(text: String, place: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(text.utf8, to: "plans.json")
        let error = try #require(throws: ConfigurationError.self) { try ProductConfiguration<Notebook>(environment: ["PLANS_FILE": path]) }
        #expect(error.faults.map(\.name) == ["PLANS_FILE"])
        #expect(error.description.contains("PLANS_FILE=\(path)"))
        #expect(error.description.contains(place), "\(error)")
    }

    @Test(
        "a wrong value is refused with the name of its variable",
        arguments: [
            ("HOST", "not a host"), ("ADMIN_HOST", "not a host"), ("PORT", "0"), ("PORT", "65536"), ("ADMIN_PORT", "8099"),
            ("DATABASE_PATH", "/data/"), ("BASE_URL", "example.com"),
            ("TRUSTED_PROXIES", "127.0.0.1,nobody"), ("REQUESTS_PER_MINUTE", "0"), ("PLANS_FILE", "/no/such/file"), ("LOG_LEVEL", "loud"),
            ("LOG_FORMAT", "xml"), ("NOTES_PER_PAGE", "0"),
            ("BACKUP_EVERY", "0"), ("BACKUP_EVERY", "60"), ("BACKUP_EVERY", "32d"), ("BACKUP_KEEP", "forever"), ("BACKUP_COMPRESS", "zip"),
            ("BACKUP_TARGET", "relative/folder"), ("ARCHIVE_KEEP", "1m"), ("DRILL_EVERY", "often"), ("BACKUP_DIR", "/etc/hostname"),
            ("DRAIN_DELAY", "2m"),
            ("DRAIN_DELAY", "500ms"),
        ]
    )
    func wrong(name: String, value: String) throws {
        let error = try #require(throws: ConfigurationError.self) { try ProductConfiguration<Notebook>(environment: [name: value]) }
        #expect(error.faults.map(\.name) == [name])
        #expect(error.description.contains("\(name)=\(value)"))
    }

    @Test(
        "each setting of backups turns them on, in the folder beside the file unless it names another",
        arguments: [
            ("BACKUP_DIR", "/backups"), ("BACKUP_EVERY", "6h"), ("BACKUP_KEEP", "24h"), ("BACKUP_TARGET", "/mnt/backups"),
            ("ARCHIVE_KEEP", "3d"), ("DRILL_EVERY", "1d"),
        ]
    )
    func scheduled(name: String, value: String) throws {
        let service = try ProductConfiguration<Notebook>(environment: [name: value]).service
        #expect(service.backups.isScheduled)
        #expect(service.backups.folder == (name == "BACKUP_DIR" ? value : "./data/notebook/backups"))
        #expect(service.databaseOptions.archive?.folder == service.backups.folder + "/archive")
    }

    @Test("the second place of backups is not their first")
    func samePlace() throws {
        let error = try #require(throws: ConfigurationError.self) {
            try ProductConfiguration<Notebook>(environment: ["BACKUP_DIR": "/backups/", "BACKUP_TARGET": "/backups"])
        }
        #expect(error.faults.map(\.name) == ["BACKUP_TARGET"])
    }

    @Test("how a backup is written says nothing of when")
    func unscheduled() throws {
        #expect(try !ProductConfiguration<Notebook>(environment: ["BACKUP_COMPRESS": "false"]).service.backups.isScheduled)
    }

    @Test("without a time to keep it, there is no archive")
    func noArchive() throws {
        let environment = ["BACKUP_DIR": "/backups", "ARCHIVE_KEEP": "0"]
        #expect(try ProductConfiguration<Notebook>(environment: environment).service.databaseOptions.archive == nil)
    }

    @Test("faults of the product's own settings come together with the others")
    func together() throws {
        let error = try #require(throws: ConfigurationError.self) {
            try ProductConfiguration<Notebook>(environment: ["PORT": "x", "NOTES_PER_PAGE": "y"])
        }
        #expect(error.faults.map(\.name) == ["PORT", "NOTES_PER_PAGE"])
    }

    @Test("the help lists every setting with its default")
    func help() {
        let lines = SettingsHelp.text(for: Notebook.self).split(separator: "\n")
        #expect(lines.count == 21)
        #expect(lines.contains("  PORT (8099): Port for clients."))
        #expect(lines.contains("  NOTES_PER_PAGE (10): Notes in one answer."))
    }
}
